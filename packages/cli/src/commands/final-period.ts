import { isRefused, planFinalPeriod } from '@cahier/consensus'
import { asSentence, sentenceOf } from '@cahier/core'
import { catalogue } from '../catalogue.ts'
import type { Command } from '../command.ts'
import { dateOption } from '../day-option.ts'
import { dryRunOption } from '../dry-run-option.ts'
import { openProgramme } from '../open-programme.ts'
import { UsageError } from '../usage-error.ts'
import { wrapFor } from '../wrap.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { writtenId } from '../written-id.ts'

export const command: Command = {
  usage: { fr: 'PROPOSITION', en: 'PROPOSAL' },
  help: {
    fr: 'Inscrit que la période finale d’un consensus approximatif a commencé : assez de membres ont répondu, peu manquent, et aucune objection n’est ouverte. Sinon, dit ce qui manque.',
    en: 'Records that the final period of a rough consensus has begun: enough members have answered, few are missing, and no objection is open. Otherwise, says what is missing.',
  },
  examples: [{ fr: 'cahier final-period guichet-humain', en: 'cahier final-period human-counter' }],
  options: { date: dateOption, 'dry-run': dryRunOption },
  run(invocation) {
    const { positionals, day, language, say, terminal } = invocation
    const [id, ...more] = positionals
    if (id === undefined || more.length > 0)
      throw new UsageError(
        'cahier final-period prend une proposition',
        'cahier final-period takes one proposal',
      )
    const plan = planFinalPeriod(openProgramme(invocation), writtenId(id), day())
    if (isRefused(plan)) return applyPlan(plan, invocation)
    const code = applyPlan({ ...plan, findings: [] }, invocation)
    for (const finding of plan.findings) {
      say(`${wrapFor(terminal, asSentence(sentenceOf(finding, catalogue, language)))}\n`)
    }
    return code
  },
}
