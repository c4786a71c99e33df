import type { DecisionRule, Language } from '@cahier/core'
import { numberInWords } from './count-in-words.ts'

/** The rule as after « adoptée »: « à la majorité des deux tiers des suffrages exprimés ». */
export function rulePhrase(rule: DecisionRule, language: Language): string {
  const words = WORDS[language]
  switch (rule.method) {
    case 'consent':
      return words.consent
    case 'consensus-minus':
      return words.minus(numberInWords(rule.n ?? 1, false, language))
    case 'majority':
      return words.majority(shareOf(rule), String(rule.of ?? 'expressed'))
    case 'lazy':
      return rule.otherwise === undefined
        ? words.lazy
        : `${words.lazy}${words.failing}${rulePhrase(rule.otherwise, language)}`
    case 'rough':
      return words.rough
    case 'double-majority':
      return words.double
  }
}

interface Share {
  readonly strict: boolean
  readonly fraction: string
}

function shareOf({ 'more-than': more, 'at-least': least }: DecisionRule): Share {
  return { strict: more !== undefined, fraction: more ?? least ?? '1/2' }
}

interface RuleWords {
  readonly consent: string
  readonly minus: (number: string) => string
  readonly majority: (share: Share, base: string) => string
  readonly lazy: string
  /** Joins a rule and its fallback. */
  readonly failing: string
  readonly rough: string
  readonly double: string
}

const FRACTIONS_FR: Readonly<Record<string, string>> = {
  '1/2': 'de la moitié',
  '2/3': 'des deux tiers',
  '3/4': 'des trois quarts',
  '3/5': 'des trois cinquièmes',
  '4/5': 'des quatre cinquièmes',
}
const FRACTIONS_EN: Readonly<Record<string, string>> = {
  '1/2': 'half',
  '2/3': 'two thirds',
  '3/4': 'three quarters',
  '3/5': 'three fifths',
  '4/5': 'four fifths',
}
const BASES_FR: Readonly<Record<string, string>> = {
  expressed: 'des suffrages exprimés',
  cast: 'des voix exprimées',
  present: 'des votants',
  members: 'des membres',
}
const BASES_EN: Readonly<Record<string, string>> = {
  expressed: 'the votes expressed',
  cast: 'the votes cast',
  present: 'those voting',
  members: 'the members',
}

const WORDS: Readonly<Record<Language, RuleWords>> = {
  fr: {
    consent: 'par consentement',
    minus: (number) => `par consensus moins ${number}`,
    majority: ({ strict, fraction }, base) => {
      const of = BASES_FR[base] ?? ''
      if (strict && fraction === '1/2') return `à la majorité absolue ${of}`.trim()
      const share = FRACTIONS_FR[fraction] ?? `de ${fraction}`
      return `à la majorité ${strict ? 'de plus ' : ''}${share} ${of}`.trim()
    },
    lazy: 'par accord tacite',
    failing: ' ou, à défaut, ',
    rough: 'par consensus approximatif',
    double: 'à la double majorité',
  },
  en: {
    consent: 'by consent',
    minus: (number) => `by consensus minus ${number}`,
    majority: ({ strict, fraction }, base) =>
      `by a majority of ${strict ? 'more than' : 'at least'} ${FRACTIONS_EN[fraction] ?? fraction} of ${BASES_EN[base] ?? 'the votes'}`,
    lazy: 'by lazy consensus',
    failing: ' or, failing that, ',
    rough: 'by rough consensus',
    double: 'by double majority',
  },
}
