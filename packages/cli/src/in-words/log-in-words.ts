import { dayIn, type StoryEvent } from '@cahier/consensus'
import {
  type AskedAgain,
  type Programme,
  type Proposal,
  quoted,
  RESULT_WORDS,
  STANCE_WORDS,
} from '@cahier/core'
import type { Invocation } from '../command.ts'
import type { gitReach } from '../git/git-reach.ts'
import { paint } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { collectiveName } from './collective-name.ts'
import { LOG_WORDS } from './log-words.ts'
import { SINCE_WORDS } from './since-words.ts'

/**
 * What happened to a proposal, who is to be asked again since it merges others, and whether git was
 * there to tell of its texts.
 */
export interface Story {
  readonly events: readonly StoryEvent[]
  readonly again: readonly AskedAgain[]
  readonly git: boolean
  /** How much of its history the folder has with it. */
  readonly reach: ReturnType<typeof gitReach>
}

/** The story of a proposal, a day at a time. */
export function logInWords(
  programme: Programme,
  proposal: Proposal,
  { events, again, git, reach }: Story,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = LOG_WORDS[language]
  const days = [...new Set(events.map(({ day }) => day))]
  const blocks = days.map((day) => {
    const told = events
      .filter((event) => event.day === day)
      .map((event) => wrap(`  ${sentence(event)}`, terminal.width, '    '))
    return [paint(dayIn(language, day), 'bold', terminal), ...told].join('\n')
  })
  const head = paint(wrap(proposal.title, terminal.width), 'bold', terminal)
  const remarks = [
    ...(events.length === 0 ? [words.nothing] : []),
    ...(git
      ? []
      : [reach === 'none' ? words.noGit : reach === 'refused' ? words.refused : words.uncommitted]),
    ...(reach === 'part' ? [words.shallow] : []),
    ...(proposal.merges.length === 0 ? [] : [words.merges(proposal.merges)]),
    ...(again.length === 0
      ? []
      : [words.again(again.map(({ member: id }) => member(id)).join(', '))]),
    ...(proposal.replacedBy === '' ? [] : [words.merged(proposal.replacedBy)]),
  ]
  return `${[head, ...blocks, ...remarks.map((remark) => wrap(remark, terminal.width))].join('\n\n')}\n`

  function sentence(event: StoryEvent): string {
    switch (event.kind) {
      case 'renamed':
        return words.renamed(event.from, event.to)
      case 'text': {
        const parts = event.parts.map(partName).join(', ')
        const what = event.change === 'text' ? words.text(parts) : words[event.change]
        return `${what}${event.kept ? (event.subject === '' ? '' : words.quote(event.subject)) : words.unkept}`
      }
      case 'amendment':
        return words.amendment(event.amendment, member(event.by))
      case 'amended':
        return words.amended(event.amendment, member(event.by), event.modified)
      case 'opened':
        return words.opened(dayIn(language, event.closes))
      case 'stance':
        return `${member(event.member)}${words.colon}${STANCE_WORDS[language][event.stance]}${event.argument === '' ? '' : words.quote(quoted(event.argument, programme.manifest))}`
      case 'taken-back':
        return `${member(event.member)}${words.colon}${words.takenBack(STANCE_WORDS[language][event.stance])}`
      case 'final-period':
        return words.finalPeriod
      case 'ruling':
        return `${words.rulings[event.ruling]}${words.colon}${member(event.member)}${words.quote(quoted(event.reason, programme.manifest))}`
      case 'closed':
        return `${words.closed}${words.colon}${RESULT_WORDS[language][event.result]}`
      case 'edition':
        return words.edition(event.edition)
      case 'handed-over':
        return words.handed(recipient(event.recipient), event.edition)
      case 'answered':
        return `${words.answers[event.answer](recipient(event.recipient))}${event.link === '' ? '' : ` <${event.link}>`}`
      case 'withdrawn':
        return `${words.withdrawn}${words.quote(event.reason.trim())}`
    }
  }

  function member(id: string): string {
    return collectiveName(programme, id, language)
  }

  function recipient(id: string): string {
    return programme.transmissions.find((one) => one.id === id)?.name ?? id
  }

  function partName(part: string): string {
    return part.startsWith('## ') ? part.slice(3) : (SINCE_WORDS[language].parts[part] ?? part)
  }
}
