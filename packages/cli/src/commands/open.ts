import { planOpening } from '@cahier/consensus'
import { isDay, type Plan } from '@cahier/core'
import { applyPlan } from '../apply-plan.ts'
import type { Command } from '../command.ts'
import { dateOption, dryRunOption } from '../format-option.ts'
import { joinPlans } from '../join-plans.ts'
import { openProgramme } from '../open-programme.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: 'PROPOSITION… --closes JOUR',
  help: {
    fr: 'Ouvre un tour : fige le texte, la règle de décision et la liste des membres. Il dure jusqu’au soir du jour de clôture.',
    en: 'Opens a round: freezes the text, the decision rule and the list of members. It lasts until the end of its closing day.',
  },
  examples: ['cahier open guichet-humain --closes 2025-03-22'],
  options: {
    closes: { type: 'string', value: 'JOUR', help: { fr: 'le dernier jour du tour', en: 'the last day of the round' } },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day } = invocation
    const { closes } = values
    if (positionals.length === 0) throw new UsageError('cahier open prend au moins une proposition', 'cahier open takes at least one proposal')
    if (typeof closes !== 'string' || !isDay(closes)) throw new UsageError('il faut --closes et un jour, par exemple --closes 2025-03-22', '--closes and a day are needed, such as --closes 2025-03-22')
    const programme = openProgramme(invocation)
    const plans: readonly Plan[] = [...new Set(positionals)].map((id) => planOpening(programme, id, { day: day(), closes }))
    return applyPlan(joinPlans(plans), invocation)
  },
}
