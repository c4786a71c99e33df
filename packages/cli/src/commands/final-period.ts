// `cahier final-period`: records that the final period of a rough consensus (the last days for
// objections) has begun. When conditions are not met, says what is missing.

import { planFinalPeriod } from '@cahier/consensus'
import { writtenId } from '../arguments/named-ids.ts'
import { onlyArgument, planOptions } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Inscrit que la période finale d’un consensus approximatif a commencé : assez de membres ont répondu, peu manquent, et aucune objection n’est ouverte. Sinon, dit ce qui manque.',
    en: 'Records that the final period of a rough consensus has begun: enough members have answered, few are missing, and no objection is open. Otherwise, says what is missing.',
  },
  examples: ['PROPOSAL'],
  options: planOptions,
  run(invocation) {
    const id = writtenId(onlyArgument(invocation))
    return applyPlan(planFinalPeriod(openProgramme(invocation), id, invocation.day()), invocation)
  },
}
