// `cahier log`: shows the history of a proposal, day by day.

import { storyOf, verdictOn } from '@cahier/consensus'
import { proposalNamed } from '../arguments/named-ids.ts'
import { asJson, dateOption, formatOption, onlyArgument } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { gitPast } from '../git/proposal-past.ts'
import { gitReach } from '../git/state.ts'
import { openAndWarn } from '../programme/unread.ts'
import { logInWords } from '../text/log.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Jour après jour : ses textes, les amendements, les tours et ce que chacun y a dit, les éditions, ce qui a été remis et répondu. Les textes et les positions d’avant viennent de git ; sans git, du dossier seul.',
    en: 'Day by day: its texts, the amendments, the rounds and what each said, the editions, what was handed over and answered. Earlier texts and stances come from git; without git, from the folder alone.',
  },
  examples: ['PROPOSAL', 'PROPOSAL --format json'],
  options: { date: dateOption, format: formatOption() },
  run(invocation) {
    const { values, day, folder, print, say } = invocation
    const written = onlyArgument(invocation)
    const programme = openAndWarn(invocation)
    const proposal = proposalNamed(programme, written)
    const past = gitPast(folder, proposal, programme)
    const events = storyOf(programme, proposal, day(), past)
    const git = past.texts.length > 0
    if (values.format === 'json') print(asJson({ proposal: proposal.id, git, events }))
    else {
      const { again } = verdictOn(programme, proposal, day())
      say(
        logInWords(
          programme,
          proposal,
          { events, again, git, reach: gitReach(folder) },
          invocation,
        ),
      )
    }
    return 0
  },
}
