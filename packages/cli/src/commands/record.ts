import { recordOf, roundsBy, tally } from '@cahier/consensus'
import { nearest } from '@cahier/core'
import type { Command } from '../command.ts'
import { dateOption } from '../format-option.ts'
import { openProgramme } from '../open-programme.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: { fr: 'PROPOSITION', en: 'PROPOSAL' },
  help: {
    fr: 'Le procès-verbal de tous les tours d’une proposition, recalculé à partir du dossier.',
    en: 'The minutes of all the rounds of a proposal, recomputed from the folder.',
  },
  examples: ['cahier record guichet-humain'],
  options: { date: dateOption },
  run(invocation) {
    const { positionals, day, language, say } = invocation
    const [id, ...more] = positionals
    if (id === undefined || more.length > 0) throw new UsageError('cahier record prend une proposition', 'cahier record takes one proposal')
    const programme = openProgramme(invocation)
    const verdict = tally(programme, day()).find(({ proposal }) => proposal === id)
    if (verdict === undefined) {
      const near = nearest(id, [...programme.ids.proposals])
      throw new UsageError(
        `aucune proposition « ${id} »${near && ` : vouliez-vous écrire « ${near} » ?`}`,
        `no proposal “${id}”${near && `: did you mean “${near}”?`}`,
      )
    }
    say(
      recordOf(
        programme,
        verdict,
        roundsBy(
          programme.decisions.find(({ proposal }) => proposal === id),
          day(),
        ),
        language,
      ),
    )
    return 0
  },
}
