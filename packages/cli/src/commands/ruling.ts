// `cahier ruling`: records a facilitator's ruling on an objection or a member.

import { isRefused, planRuling, RULINGS_NAMESPACE } from '@cahier/consensus'
import { requireValueWithName } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import {
  optionText,
  planOptions,
  requiredOptionText,
  signOption,
  valueOption,
  wrongArguments,
} from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { signatureOf, signingKey } from '../stances/signing-key.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: {
    fr: 'PROPOSITION COLLECTIF irrecevable|écartée|en-retrait --reason TEXTE --by ANIMATION',
    en: 'PROPOSAL COLLECTIVE inadmissible|overruled|recused --reason TEXT --by FACILITATOR',
  },
  help: {
    fr: 'Il vaut pour le tour ouvert, et tombe si le collectif objecte à nouveau. Là où les signatures sont exigées, il ne compte que signé par un délégué de l’animation (collectives/ANIMATION.yaml).',
    en: 'It holds in the open round, and lapses if the collective objects again. Where signatures are required, it counts only when signed by a delegate of the facilitator (collectives/FACILITATOR.yaml).',
  },
  examples: [
    {
      fr: 'PROPOSAL COLLECTIVE-a irrecevable --reason "Ne porte pas sur ce texte." --by animation',
      en: 'PROPOSAL COLLECTIVE-a inadmissible --reason "Is not about this text." --by facilitators',
    },
    {
      fr: 'PROPOSAL COLLECTIVE-a en-retrait --reason "Partie prenante." --by animation --sign',
      en: 'PROPOSAL COLLECTIVE-a recused --reason "An interested party." --by facilitators --sign',
    },
  ],
  options: {
    reason: valueOption('TEXT', 'pourquoi, en toutes lettres', 'why, in full'),
    by: valueOption(
      'FACILITATOR',
      'qui rend l’arbitrage : un identifiant de decision.facilitators',
      'who gives the ruling: an id of decision.facilitators',
    ),
    sign: signOption('l’arbitrage', 'the ruling'),
    ...planOptions,
  },
  async run(invocation) {
    const { positionals, values, day, language, say } = invocation
    const [proposal, collective, written, ...more] = positionals
    if (
      proposal === undefined ||
      collective === undefined ||
      written === undefined ||
      more.length > 0
    )
      throw wrongArguments(invocation)
    const by = requiredOptionText(invocation, 'by')
    const ruling = requireValueWithName(written, { fr: 'un arbitrage', en: 'a ruling' }, RULINGS)
    const programme = openProgramme(invocation)
    // Any delegate may sign: here `--by` names the facilitator, not a delegate.
    const key = signingKey(programme, by, { ...invocation, values: { ...values, by: undefined } })
    const isDry = values['dry-run'] === true
    const request = {
      ruling,
      by,
      reason: optionText(invocation, 'reason'),
      day: day(),
      ...(key !== null && {
        sign: (text: string) => (isDry ? '' : signatureOf(text, RULINGS_NAMESPACE, key)),
      }),
    }
    const plan = planRuling(programme, writtenId(proposal), collective, request)
    const code = await applyPlan(plan, invocation)
    if (isDry && key !== null && !isRefused(plan)) say(`${WORDS[language](key.file)}\n`)
    return code
  },
}

const RULINGS = {
  inadmissible: { french: 'irrecevable', hints: ['non-recevable', 'rejetee', 'hors-sujet'] },
  overruled: {
    french: 'écartée',
    synonyms: ['ecarte'],
    hints: ['levee', 'surmontee', 'dismissed'],
  },
  recused: { french: 'en-retrait', hints: ['retrait', 'recuse', 'recusee'] },
}

const WORDS = {
  fr: (key: string) => `serait signé avec ${key}`,
  en: (key: string) => `would be signed with ${key}`,
} as const
