import { STATUS_RULE, sentenceFor, tally } from '@cahier/consensus'
import { type Language, nearest, type Programme, sentenceOf, type Verdict } from '@cahier/core'
import { catalogue } from '../catalogue.ts'
import type { Command } from '../command.ts'
import { dateOption, formatIn, formatOption } from '../format-option.ts'
import { openProgramme } from '../open-programme.ts'
import { statusInWords, statusTable } from '../status-table.ts'
import { UsageError } from '../usage-error.ts'

const FORMATS = ['text', 'json']

export const command: Command = {
  usage: { fr: '[PROPOSITION…]', en: '[PROPOSAL…]' },
  help: {
    fr: 'Où en est chaque proposition, et ce que chaque membre en a dit. Avec des propositions, le détail et les arguments.',
    en: 'Where each proposal stands, and what each member said of it. With proposals, the details and the arguments.',
  },
  examples: ['cahier status', 'cahier status guichet-humain', 'cahier status --format json --date 2025-03-12'],
  options: { date: dateOption, format: formatOption(FORMATS) },
  run(invocation) {
    const { positionals, day, language, print, say, terminal } = invocation
    const format = formatIn(invocation, FORMATS)
    const programme = openProgramme(invocation)
    for (const id of positionals) mustExist(programme, id)
    const today = day()
    const verdicts = tally(programme, today).filter(({ proposal }) => positionals.length === 0 || positionals.includes(proposal))
    if (format === 'json') print(`${JSON.stringify({ proposals: verdicts.map((verdict) => inJson(programme, verdict, language)) })}\n`)
    else if (positionals.length > 0)
      say(verdicts.map((verdict) => statusInWords(programme, verdict, whyOf(verdict, language), language, terminal)).join('\n'))
    else say(statusTable(programme, verdicts, today, language, terminal))
    return 0
  },
}

/** The JSON report of one proposal (schemas/report-status.schema.json). */
function inJson(programme: Programme, verdict: Verdict, language: Language) {
  const { proposal, status, digest, round, missing, tally: counts, handedOver } = verdict
  return {
    id: proposal,
    axis: programme.proposals.find(({ id }) => id === proposal)?.axis ?? '',
    status,
    digest,
    round: round === null ? null : { opened: round.opened, closes: round.closes, ...(round.outcome && { result: round.outcome.result }) },
    stances: Object.fromEntries(
      Object.entries(verdict.stances).map(([member, { stance, state, counted, why }]) => [
        member,
        { stance, state, counted, ...(why !== '' && { why: sentenceFor(why, language) }) },
      ]),
    ),
    missing,
    tally: counts,
    handedOver,
    why: whyOf(verdict, language),
  }
}

function whyOf({ why }: Verdict, language: Language): string {
  return sentenceOf({ rule: STATUS_RULE, message: why.message, data: why.data }, catalogue, language)
}

function mustExist(programme: Programme, id: string): void {
  if (programme.ids.proposals.has(id)) return
  const near = nearest(id, [...programme.ids.proposals])
  throw new UsageError(
    `aucune proposition « ${id} »${near && ` : vouliez-vous écrire « ${near} » ?`}`,
    `no proposal “${id}”${near && `: did you mean “${near}”?`}`,
  )
}
