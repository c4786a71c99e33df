// `cahier final-period`: records that the final period of a rough consensus (the last days for
// objections) has begun. If the period cannot begin yet, the command says why.

import { planFinalPeriod } from '@cahier/consensus'
import { writtenId } from '../arguments/named-ids.ts'
import { onlyArgument, planOptions } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Il faut qu’assez de membres aient répondu, que peu manquent, et qu’aucune objection ne soit ouverte. Sinon, dit ce qui manque.',
    en: 'Enough members must have answered, few be missing, and no objection be open. Otherwise, says what is missing.',
  },
  examples: ['PROPOSAL'],
  options: planOptions,
  run(invocation) {
    const id = writtenId(onlyArgument(invocation))
    return applyPlan(planFinalPeriod(openProgramme(invocation), id, invocation.day()), invocation)
  },
}
