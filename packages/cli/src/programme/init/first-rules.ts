import { slugOf } from '@cahier/core'
import { didYouMean, nearValue } from '../../arguments/did-you-mean.ts'
import type { Bilingual } from '../../command.ts'

export interface FirstRule {
  readonly name: Bilingual
  /** The rule in words for members. */
  readonly means: Bilingual
  /** The rule in YAML. */
  readonly written: string
}

/** Decision rules by method. Double majority is missing: it needs a weight for each member. */
export const FIRST_RULES: Readonly<Record<string, FirstRule>> = {
  consent: {
    name: { fr: 'consentement', en: 'consent' },
    means: {
      fr: 'deux tiers des membres ont répondu, et personne ne s’oppose',
      en: 'two thirds of the members have answered, and nobody objects',
    },
    written: '{method: consent, quorum: {at-least: 2/3}}',
  },
  'consensus-minus': {
    name: { fr: 'consensus moins un', en: 'consensus minus one' },
    means: {
      fr: 'deux tiers des membres ont répondu, et un seul au plus s’oppose',
      en: 'two thirds of the members have answered, and one at most objects',
    },
    written: '{method: consensus-minus, n: 1, quorum: {at-least: 2/3}}',
  },
  majority: {
    name: { fr: 'majorité', en: 'majority' },
    means: {
      fr: 'la moitié des membres ont répondu, et plus sont pour que contre',
      en: 'half of the members have answered, and more are for than against',
    },
    written: '{method: majority, more-than: 1/2, of: expressed, quorum: {at-least: 1/2}}',
  },
  lazy: {
    name: { fr: 'accord tacite', en: 'lazy consensus' },
    means: {
      fr: 'quinze jours ont passé sans que personne s’oppose',
      en: 'fifteen days have passed and nobody has objected',
    },
    written: '{method: lazy, days: 15, otherwise: {method: consent, quorum: {at-least: 2/3}}}',
  },
  rough: {
    name: { fr: 'consensus approximatif', en: 'rough consensus' },
    means: {
      fr: 'la plupart ont répondu, chaque objection a été traitée, et dix jours de plus ont passé',
      en: 'most have answered, each objection was dealt with, and ten more days have passed',
    },
    written:
      '{method: rough, final-period: 10, answered: {more-than: 1/2}, missing-at-most: 2, new-concern: restart}',
  },
}

/** The rule with that method, name or number (from 1); `undefined` when there is none. */
export function firstRule(word: string): FirstRule | undefined {
  const slug = slugOf(word)
  const rules = Object.entries(FIRST_RULES)
  const at = rules.findIndex(([method, { name }], index) =>
    [method, slugOf(name.fr), slugOf(name.en), `${index + 1}`].includes(slug),
  )
  return rules[at]?.[1]
}

export function nearFirstRule(word: string): Bilingual {
  const rules = Object.values(FIRST_RULES).map(({ name }) => name)
  const near = nearValue(word, [
    ...Object.keys(FIRST_RULES),
    ...rules.flatMap(({ fr, en }) => [fr, en]),
  ])
  const name = FIRST_RULES[near]?.name ?? rules.find(({ fr, en }) => fr === near || en === near)
  return didYouMean(name?.fr ?? '', { inEnglish: name?.en ?? '' })
}
