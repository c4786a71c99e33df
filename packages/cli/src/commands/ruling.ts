// `cahier ruling`: records a ruling of a facilitator on an objection.

import { isRefused, planRuling, RULINGS_NAMESPACE } from '@cahier/consensus'
import type { RulingKind } from '@cahier/core'
import { dateOption } from '../arguments/day.ts'
import { type Choice, valueNamed } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { dryRunOption, textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
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
    fr: 'Inscrit dans le tour ouvert un arbitrage sur l’objection d’un collectif, ou le met en retrait. Le programme dit lesquels sont permis, et à qui. Il tombe si le collectif objecte à nouveau. Là où les signatures sont exigées, il ne compte que signé avec la clé d’un délégué de l’animation, inscrite dans collectives/ANIMATION.yaml.',
    en: 'Records in the open round a ruling on the objection of a collective, or recuses it. The programme says which are allowed, and to whom. It lapses if the collective objects again. Where signatures are required, it counts only when signed with the key of a delegate of the facilitator, listed in collectives/FACILITATOR.yaml.',
  },
  examples: [
    {
      fr: 'cahier ruling guichet-humain exemple-a irrecevable --reason "Ne porte pas sur ce texte." --by animation',
      en: 'cahier ruling human-counter example-a inadmissible --reason "Is not about this text." --by facilitators',
    },
    {
      fr: 'cahier ruling guichet-humain exemple-a en-retrait --reason "Partie prenante." --by animation --sign',
      en: 'cahier ruling human-counter example-a recused --reason "An interested party." --by facilitators --sign',
    },
  ],
  options: {
    reason: {
      type: 'string',
      value: { fr: 'TEXTE', en: 'TEXT' },
      help: { fr: 'pourquoi, en toutes lettres', en: 'why, in full' },
    },
    by: {
      type: 'string',
      value: { fr: 'ANIMATION', en: 'FACILITATOR' },
      help: {
        fr: 'qui le rend : un identifiant de decision.facilitators',
        en: 'the facilitator who gives it: an id of decision.facilitators',
      },
    },
    sign: {
      type: 'string',
      optional: true,
      value: { fr: 'CLÉ', en: 'KEY' },
      help: {
        fr: 'signer l’arbitrage avec ssh-keygen et votre clé SSH (sinon, la première de ~/.ssh qui soit celle d’un délégué)',
        en: 'sign the ruling with ssh-keygen and your SSH key (default: the first in ~/.ssh that is a delegate’s)',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  async run(invocation) {
    const { positionals, values, day, language, say } = invocation
    // `--sign KEY` is the same as `--sign=KEY`.
    const [proposal, collective, written, ...rest] = positionals
    const [sign = values.sign, ...more] = values.sign === '' ? rest : [values.sign, ...rest]
    if (
      proposal === undefined ||
      collective === undefined ||
      written === undefined ||
      more.length > 0
    )
      throw new UsageError(
        'cahier ruling prend une proposition, un collectif et un arbitrage (cahier ruling --help)',
        'cahier ruling takes a proposal, a collective and a ruling (cahier ruling --help)',
      )
    if (typeof values.by !== 'string')
      throw new UsageError(
        'qui rend cet arbitrage ? Ajoutez --by et son identifiant',
        'who gives this ruling? Add --by and an id',
      )
    const ruling = rulingFrom(written)
    const programme = openProgramme(invocation)
    // Any delegate of the facilitator (`--by`) may sign.
    const key = signingKey(programme, values.by, {
      ...invocation,
      values: { ...values, sign, by: undefined },
    })
    const isDry = values['dry-run'] === true
    const request = {
      ruling,
      by: values.by,
      reason: textGiven(invocation, 'reason'),
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

const CHOICES: readonly Choice<RulingKind>[] = [
  {
    value: 'inadmissible',
    name: { fr: 'irrecevable', en: 'inadmissible' },
    hints: ['non-recevable', 'rejetee', 'hors-sujet'],
  },
  {
    value: 'overruled',
    name: { fr: 'écartée', en: 'overruled' },
    synonyms: ['ecarte'],
    hints: ['levee', 'surmontee', 'dismissed'],
  },
  {
    value: 'recused',
    name: { fr: 'en-retrait', en: 'recused' },
    hints: ['retrait', 'recuse', 'recusee'],
  },
]

function rulingFrom(written: string): RulingKind {
  return valueNamed(
    written,
    CHOICES,
    ({ fr, en }) =>
      new UsageError(
        `« ${written} » n’est pas un arbitrage : irrecevable, écartée ou en-retrait${fr}`,
        `“${written}” is not a ruling: inadmissible, overruled or recused${en}`,
      ),
  )
}

const WORDS = {
  fr: (key: string) => `serait signé avec ${key}`,
  en: (key: string) => `would be signed with ${key}`,
} as const
