// `cahier status`: shows the status of proposals and the duties of members.

import { dutiesOf, STATUS_RULE, stancesAsRuled, tally, uncountedReason } from '@cahier/consensus'
import {
  type Collective,
  type Language,
  type Programme,
  sentenceOf,
  type Verdict,
} from '@cahier/core'
import { collectiveNamed, proposalNamed } from '../arguments/named-ids.ts'
import { asJson, dateOption, formatOption, valueOption } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { visitProgramme } from '../programme/open.ts'
import { warnLostRounds, warnUnread } from '../programme/unread.ts'
import { catalogue } from '../text/catalogue.ts'
import { statusInWords } from '../text/proposal-status.ts'
import { dutiesInWords } from '../text/status-duties.ts'
import { statusTable } from '../text/status-table.ts'

export const command: Command = {
  usage: '[PROPOSAL…] [--member COLLECTIVE]',
  help: {
    fr: 'Dit aussi ce qu’il reste à faire à chaque membre. Avec des propositions, le détail et les arguments.',
    en: 'Also says what each member still has to do. With proposals, the details and the arguments.',
  },
  examples: ['', 'PROPOSAL', '--member COLLECTIVE-a', '--format json --date 2025-03-12'],
  options: {
    member: valueOption(
      'COLLECTIVE',
      'tout ce que ce membre doit encore dire, et les commandes à taper',
      'all that this member still has to say, and the commands to type',
    ),
    date: dateOption,
    format: formatOption(),
  },
  run(invocation) {
    const { positionals, values, day, language, print, say } = invocation
    const programme = visitProgramme(invocation)
    const named = positionals.map((written) => proposalNamed(programme, written).id)
    const member =
      typeof values.member === 'string' ? collectiveNamed(programme, values.member) : null
    const today = day()
    warnUnread(programme, invocation)
    warnLostRounds(programme, invocation)
    const shown =
      named.length === 0
        ? programme.proposals
        : programme.proposals.filter(({ id }) => named.includes(id))
    const verdicts = tally(programme, today, shown)
    if (values.format === 'json')
      print(
        asJson({
          proposals: verdicts.map((verdict) => statusAsData(programme, verdict, language)),
          members: membersAsData(programme, verdicts, member, today, language),
        }),
      )
    else if (member !== null) say(dutiesInWords(programme, member, verdicts, today, invocation))
    else if (named.length > 0)
      say(
        verdicts
          .map((verdict) => statusInWords(programme, verdict, whyOf(verdict, language), invocation))
          .join('\n'),
      )
    else say(statusTable(programme, verdicts, today, invocation))
    return 0
  },
}

/** The JSON report of one proposal (schemas/report-status.schema.json). */
function statusAsData(programme: Programme, verdict: Verdict, language: Language) {
  const { proposal, status, digest, round, missing, tally: counts, handedOver } = verdict
  return {
    id: proposal,
    axis: programme.proposals.find(({ id }) => id === proposal)?.axis ?? '',
    status,
    digest,
    round:
      round === null
        ? null
        : {
            opened: round.opened,
            closes: round.closes,
            ...(round.outcome && { result: round.outcome.result }),
          },
    stances: Object.fromEntries(
      Object.entries(stancesAsRuled(verdict)).map(([member, { stance, state, counted, why }]) => [
        member,
        { stance, state, counted, ...(why !== '' && { why: uncountedReason(why, language) }) },
      ]),
    ),
    missing,
    tally: counts,
    handedOver,
    why: whyOf(verdict, language),
  }
}

function membersAsData(
  programme: Programme,
  verdicts: readonly Verdict[],
  only: Collective | null,
  day: string,
  language: Language,
) {
  const members =
    only === null
      ? [...new Set(verdicts.flatMap(({ electorate }) => electorate))].sort()
      : [only.id]
  return members.map((id) => ({
    id,
    todo: dutiesOf(programme, verdicts, id, day).map(({ proposal, task, closes, stance, why }) => ({
      proposal,
      task,
      closes: closes || null,
      ...(stance !== null && { stance }),
      ...(why !== '' && { why: uncountedReason(why, language) }),
    })),
  }))
}

function whyOf({ why }: Verdict, language: Language) {
  return sentenceOf(
    { rule: STATUS_RULE, message: why.message, data: why.data },
    catalogue,
    language,
  )
}
