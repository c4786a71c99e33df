import type { ChangedSince, PartChange } from '@cahier/consensus'
import {
  type Collective,
  dayIn,
  type Programme,
  STANCE_WORDS,
  setOnOneLine,
  titleOf,
} from '@cahier/core'
import type { Invocation } from '../command.ts'
import { gitReach } from '../git/state.ts'
import { changedLines } from './changed-lines.ts'
import { collectiveName, inQuotes, layOut, linesFor } from './report-parts.ts'
import { SINCE_WORDS } from './since-words.ts'

export interface ChangesSinceStance {
  readonly changes: readonly ChangedSince[]
  /** Named proposals on which the member has no stance. */
  readonly silent: readonly string[]
  /** Whether the command names proposals. */
  readonly named: boolean
}

/** The changes since a member's stances, by proposal: the stance, then each changed passage. */
export function sinceInWords(
  programme: Programme,
  member: Collective,
  { changes, silent, named }: ChangesSinceStance,
  { folder, language, terminal, values }: Invocation,
): string {
  const words = SINCE_WORDS[language]
  const { line, bold } = linesFor(terminal)
  const lines = (text: string, indent = '') => line(`${indent}${text}`, indent)
  const isUnchanged = ({ what }: ChangedSince) => what === 'nothing' || what === 'reasons'
  const changed = changes.filter((change) => named || !isUnchanged(change))
  const others = changes.filter((change) => !changed.includes(change))
  const same = others.filter(({ what }) => what === 'nothing').map(({ proposal }) => proposal.id)
  const name = collectiveName(programme, member.id, language)
  const isNever = changes.length === 0 && !named
  return layOut([
    bold(isNever ? words.never(name) : words.head(name, changed.length, named)),
    ...changed.map(block),
    ...silent.map((id) => lines(words.silent(id))),
    ...others
      .filter(({ what }) => what === 'reasons')
      .map(({ proposal, reasons }) => lines(words.only(proposal.id, reasons))),
    same.length > 0 && lines(words.rest(same.join(', '))),
    changed.some(({ what }) => what === 'text') && lines(words.legend),
  ])

  function block(change: ChangedSince): string {
    const { proposal, stance, what } = change
    const spoke = words.spoke(
      STANCE_WORDS[language][stance.stance],
      dayIn(language, stance.date),
      !isUnchanged(change),
    )
    const stands =
      stance.stance === 'objection' &&
      stance.counted &&
      stance.state === 'stale' &&
      what !== 'merged'
    const said = (sentence: (text: string) => string, text: string) =>
      text !== '' && lines(sentence(setOnOneLine(text, programme.manifest)), '  ')
    return layOut([
      bold(`${lines(proposal.id)}\n${lines(proposal.title, '  ')}`),
      [
        lines(stands ? `${spoke} ${words.stands}` : spoke),
        said(words.argument, stance.argument),
        said(words.liftsIf, stance.liftsIf),
      ],
      ...sequel(change),
      !isUnchanged(change) && lines(words.again(member.id, proposal.replacedBy || proposal.id)),
    ]).trimEnd()
  }

  function sequel({ proposal, stance, what, earlier, parts, reasons }: ChangedSince) {
    switch (what) {
      case 'text':
        return [
          lines(words.found[earlier?.from ?? 'git'](dayIn(language, earlier?.day))),
          ...parts.map(part),
        ]
      case 'lost': {
        const reach = gitReach(folder)
        const where = words.history[reach === 'missing' ? 'none' : reach]
        return [lines(words.lost(stance.text.slice(0, 11), Array.isArray(values.bundle), where))]
      }
      case 'reasons':
        return [lines(words.onlyReasons(reasons))]
      case 'merged':
        return [lines(words.merged(proposal.replacedBy))]
      default:
        return [lines(words[what])]
    }
  }

  function part({ part: name, pieces }: PartChange): readonly string[] {
    const passages = changedLines(pieces, terminal)
      .map((text) => text.trim())
      .filter(Boolean)
    return [
      bold(words.part(nameOf(name))),
      ...(passages.length === 0 ? [words.unseen] : passages).map((text) => lines(text, '  ')),
    ]
  }

  function nameOf(name: string): string {
    if (name.startsWith('## ')) return inQuotes[language](name.slice(3))
    if (!name.startsWith('requests.')) return words.parts[name] ?? name
    return words.request(titleOf(programme.manifest.addressees, name.slice('requests.'.length)))
  }
}
