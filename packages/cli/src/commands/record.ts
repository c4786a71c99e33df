// `cahier record`: prints the minutes of all rounds of a proposal.

import { minutesOf, roundsOf, verdictOn } from '@cahier/consensus'
import { proposalNamed } from '../arguments/named-ids.ts'
import { dateOption, onlyArgument } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { openAndWarn } from '../programme/unread.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Celui de tous ses tours, recalculé à partir du dossier.',
    en: 'Those of all its rounds, recomputed from the folder.',
  },
  examples: ['PROPOSAL'],
  options: { date: dateOption },
  run(invocation) {
    const { day, language, say } = invocation
    const id = onlyArgument(invocation)
    const programme = openAndWarn(invocation)
    const proposal = proposalNamed(programme, id)
    say(
      minutesOf(
        programme,
        verdictOn(programme, proposal, day()),
        roundsOf(programme, proposal.id, day()),
        day(),
        language,
      ),
    )
    return 0
  },
}
