import { planRuling } from '@cahier/consensus'
import { type RulingKind, slugOf } from '@cahier/core'
import type { Command } from '../command.ts'
import { dateOption } from '../day-option.ts'
import { dryRunOption } from '../dry-run-option.ts'
import { openProgramme } from '../open-programme.ts'
import { textGiven } from '../text-given.ts'
import { UsageError } from '../usage-error.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { writtenId } from '../written-id.ts'

export const command: Command = {
  usage: {
    fr: 'PROPOSITION COLLECTIF irrecevable|écartée|en-retrait --reason TEXTE --by ANIMATION',
    en: 'PROPOSAL COLLECTIVE inadmissible|overruled|recused --reason TEXT --by FACILITATOR',
  },
  help: {
    fr: 'Inscrit dans le tour ouvert un arbitrage sur l’objection d’un collectif, ou le met en retrait. Le programme dit lesquels sont permis, et à qui. Il tombe si le collectif objecte à nouveau.',
    en: 'Records in the open round a ruling on the objection of a collective, or recuses it. The programme says which are allowed, and to whom. It lapses if the collective objects again.',
  },
  examples: ['cahier ruling guichet-humain exemple-a irrecevable --reason "Ne porte pas sur ce texte." --by animation'],
  options: {
    reason: { type: 'string', value: { fr: 'TEXTE', en: 'TEXT' }, help: { fr: 'pourquoi, en toutes lettres', en: 'why, in full' } },
    by: {
      type: 'string',
      value: { fr: 'ANIMATION', en: 'FACILITATOR' },
      help: { fr: 'qui le rend, un identifiant de decision.facilitators', en: 'who gives it, an id of decision.facilitators' },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day } = invocation
    const [proposal, collective, written, ...more] = positionals
    if (proposal === undefined || collective === undefined || written === undefined || more.length > 0)
      throw new UsageError(
        'cahier ruling prend une proposition, un collectif et un arbitrage (cahier ruling --help)',
        'cahier ruling takes a proposal, a collective and a ruling (cahier ruling --help)',
      )
    if (typeof values.by !== 'string')
      throw new UsageError('qui rend cet arbitrage ? Ajoutez --by et son identifiant', 'who gives this ruling? Add --by and an id')
    const spoken = { ruling: rulingFrom(written), by: values.by, reason: textGiven(invocation, 'reason'), day: day() }
    return applyPlan(planRuling(openProgramme(invocation), writtenId(proposal), collective, spoken), invocation)
  },
}

const SPOKEN: ReadonlyMap<string, RulingKind> = new Map(
  Object.entries({
    inadmissible: 'inadmissible',
    irrecevable: 'inadmissible',
    overruled: 'overruled',
    ecarte: 'overruled',
    ecartee: 'overruled',
    recused: 'recused',
    'en-retrait': 'recused',
  }),
)

function rulingFrom(written: string): RulingKind {
  const ruling = SPOKEN.get(slugOf(written))
  if (ruling !== undefined) return ruling
  throw new UsageError(
    `« ${written} » n’est pas un arbitrage : irrecevable, écartée ou en-retrait`,
    `“${written}” is not a ruling: inadmissible, overruled or recused`,
  )
}
