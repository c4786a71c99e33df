// `cahier final-period`: begins the final period of a rough consensus.

import { isRefused, planFinalPeriod } from '@cahier/consensus'
import { asSentence, sentenceOf } from '@cahier/core'
import { writtenId } from '../arguments/named-ids.ts'
import { planOptions } from '../arguments/options.ts'
import { onlyArgument } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { wrapFor } from '../terminal/wrap.ts'
import { catalogue } from '../text/catalogue.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: { fr: 'PROPOSITION', en: 'PROPOSAL' },
  help: {
    fr: 'Inscrit que la période finale d’un consensus approximatif a commencé : assez de membres ont répondu, peu manquent, et aucune objection n’est ouverte. Sinon, dit ce qui manque.',
    en: 'Records that the final period of a rough consensus has begun: enough members have answered, few are missing, and no objection is open. Otherwise, says what is missing.',
  },
  examples: ['PROPOSAL'],
  options: planOptions,
  async run(invocation) {
    const { day, language, say, terminal } = invocation
    const id = onlyArgument(invocation, 'une proposition', 'one proposal')
    const plan = planFinalPeriod(openProgramme(invocation), writtenId(id), day())
    if (isRefused(plan)) return applyPlan(plan, invocation)
    const code = await applyPlan({ ...plan, findings: [] }, invocation)
    for (const finding of plan.findings)
      say(`${wrapFor(terminal, asSentence(sentenceOf(finding, catalogue, language)))}\n`)
    return code
  },
}
