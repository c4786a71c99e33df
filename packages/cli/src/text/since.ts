import type { ChangedSince, PartChange } from '@cahier/consensus'
import { type Collective, dayIn, type Programme, quoted, STANCE_WORDS, titleOf } from '@cahier/core'
import type { Invocation } from '../command.ts'
import { gitReach } from '../git/state.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { changedLines } from './changed-lines.ts'
import { collectiveName } from './labels.ts'
import { SINCE_WORDS } from './since-words.ts'

/** The changes since a member's stances. `named`: whether the command names proposals. */
export interface ChangesSinceStance {
  readonly changes: readonly ChangedSince[]
  /** Named proposals on which the member has no stance. */
  readonly silent: readonly string[]
  readonly named: boolean
}

/** What changed since a member's stances, by proposal: the stance, then each changed passage. */
export function sinceInWords(
  programme: Programme,
  member: Collective,
  { changes, silent, named }: ChangesSinceStance,
  {
    folder,
    language,
    terminal,
    values,
  }: Pick<Invocation, 'folder' | 'language' | 'terminal' | 'values'>,
): string {
  const words = SINCE_WORDS[language]
  const lines = (text: string, indent = '') => wrap(`${indent}${text}`, terminal.width, indent)
  const changed = changes.filter(
    ({ what }) =>
      named || what === 'text' || what === 'lost' || what === 'untold' || what === 'merged',
  )
  const others = changes.filter((change) => !changed.includes(change))
  const name = collectiveName(programme, member.id, language)
  const blocks = [
    paint(
      lines(
        changes.length === 0 && !named
          ? words.never(name)
          : words.head(name, changed.length, named),
      ),
      'bold',
      terminal,
    ),
    ...changed.map(block),
    ...silent.map((id) => lines(words.silent(id))),
    ...others
      .filter(({ what }) => what === 'reasons')
      .map(({ proposal, reasons }) => lines(words.only(proposal.id, reasons))),
    ...(others.some(({ what }) => what === 'nothing')
      ? [lines(words.rest(idsOf(others, 'nothing')))]
      : []),
    ...(changed.some(({ what }) => what === 'text') ? [lines(words.legend)] : []),
  ]
  return `${blocks.join('\n\n')}\n`

  function block(change: ChangedSince): string {
    const { proposal, stance, what } = change
    const title = paint(`${lines(proposal.id)}\n${lines(proposal.title, '  ')}`, 'bold', terminal)
    const spoke = words.spoke(
      STANCE_WORDS[language][stance.stance],
      dayIn(language, stance.date),
      what !== 'nothing' && what !== 'reasons',
    )
    const stands =
      stance.stance === 'objection' &&
      stance.counted &&
      stance.state === 'stale' &&
      what !== 'merged'
    const stanceLines = [
      lines(stands ? `${spoke} ${words.stands}` : spoke),
      ...(stance.argument === ''
        ? []
        : [lines(words.argument(quoted(stance.argument, programme.manifest)), '  ')]),
      ...(stance.liftsIf === ''
        ? []
        : [lines(words.liftsIf(quoted(stance.liftsIf, programme.manifest)), '  ')]),
    ].join('\n')
    const again =
      what === 'nothing' || what === 'reasons'
        ? []
        : [lines(words.again(member.id, proposal.replacedBy || proposal.id))]
    return [title, stanceLines, ...sequel(change), ...again].join('\n\n')
  }

  function sequel({
    proposal,
    stance,
    what,
    earlier,
    parts,
    reasons,
  }: ChangedSince): readonly string[] {
    switch (what) {
      case 'text':
        return [
          lines(words.found[earlier?.from ?? 'git'](dayIn(language, earlier?.day))),
          ...parts.map(part),
        ]
      case 'lost':
        return [
          lines(
            words.lost(
              stance.text.slice(0, 11),
              Array.isArray(values.bundle),
              words.history[gitReach(folder)],
            ),
          ),
        ]
      case 'reasons':
        return [lines(words.onlyReasons(reasons))]
      case 'merged':
        return [lines(words.merged(proposal.replacedBy))]
      default:
        return [lines(words[what])]
    }
  }

  function part({ part: name, pieces }: PartChange): string {
    const passages = changedLines(pieces, terminal)
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
    const shown = passages.length === 0 ? [words.unseen] : passages
    return [
      paint(lines(words.part(nameOf(name))), 'bold', terminal),
      ...shown.map((text) => lines(text, '  ')),
    ].join('\n')
  }

  function nameOf(name: string): string {
    if (name.startsWith('## ')) return words.section(name.slice(3))
    const addressee = name.startsWith('requests.') ? name.slice('requests.'.length) : null
    if (addressee === null) return words.parts[name] ?? name
    return words.request(titleOf(programme.manifest.addressees, addressee))
  }
}

function idsOf(changes: readonly ChangedSince[], what: ChangedSince['what']): string {
  return changes.flatMap((change) => (change.what === what ? [change.proposal.id] : [])).join(', ')
}
