import { planClosing, recordOf, roundsBy, tally } from '@cahier/consensus'
import { buildProgramme, readFolder } from '@cahier/core'
import { applyPlan } from '../apply-plan.ts'
import type { Command } from '../command.ts'
import { dateOption, dryRunOption } from '../format-option.ts'
import { joinPlans } from '../join-plans.ts'
import { openProgramme } from '../open-programme.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: { fr: 'PROPOSITION…', en: 'PROPOSAL…' },
  help: {
    fr: 'Clôt un tour dont le dernier jour est passé : calcule le résultat, l’explique et le consigne, avec copie de ce qui a été compté.',
    en: 'Closes a round whose last day is over: works out the outcome, explains and records it, with copies of what was counted.',
  },
  examples: ['cahier close guichet-humain'],
  options: { date: dateOption, 'dry-run': dryRunOption },
  run(invocation) {
    const { positionals, day, folder, language, say, values } = invocation
    if (positionals.length === 0)
      throw new UsageError('cahier close prend au moins une proposition', 'cahier close takes at least one proposal')
    const programme = openProgramme(invocation)
    const ids = [...new Set(positionals)]
    const code = applyPlan(joinPlans(ids.map((id) => planClosing(programme, id, day()))), invocation)
    if (code !== 0 || values['dry-run'] === true) return code
    const closed = buildProgramme(readFolder(folder))
    for (const verdict of tally(closed, day()).filter(({ proposal }) => ids.includes(proposal))) {
      const rounds = roundsBy(
        closed.decisions.find(({ proposal }) => proposal === verdict.proposal),
        day(),
      ).slice(-1)
      say(`\n${recordOf(closed, verdict, rounds, language)}`)
    }
    return 0
  },
}
