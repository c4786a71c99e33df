import type { DecisionRule, Language } from '@cahier/core'
import { byLanguage, numberInWords } from '../edition/labels.ts'

/** A rule in words, to follow « adoptée »: « à la majorité des deux tiers… ». */
export function rulePhrase(rule: DecisionRule, language: Language): string {
  const words = WORDS[language]
  switch (rule.method) {
    case 'consensus-minus':
      return `${words['consensus-minus']} ${numberInWords(rule.n ?? 1, false, language)}`
    case 'majority':
      return majorityPhrase(rule, language)
    case 'lazy':
      return rule.otherwise === undefined
        ? words.lazy
        : `${words.lazy}${words.failing}${rulePhrase(rule.otherwise, language)}`
    default:
      return words[rule.method]
  }
}

function majorityPhrase(
  { 'more-than': more, 'at-least': least, of = 'expressed' }: DecisionRule,
  language: Language,
) {
  const fraction = more ?? least ?? '1/2'
  const isStrict = more !== undefined
  const share = FRACTIONS[language][fraction]
  const base = BASES[language][String(of)]
  if (language === 'en')
    return `by a majority of ${isStrict ? 'more than' : 'at least'} ${share ?? fraction} of ${base ?? 'the votes'}`
  if (isStrict && fraction === '1/2') return `à la majorité absolue ${base ?? ''}`.trim()
  return `à la majorité ${isStrict ? 'de plus ' : ''}${share ?? `de ${fraction}`} ${base ?? ''}`.trim()
}

const WORDS = byLanguage({
  consent: ['par consentement', 'by consent'],
  'consensus-minus': ['par consensus moins', 'by consensus minus'],
  lazy: ['par accord tacite', 'by lazy consensus'],
  failing: [' ou, à défaut, ', ' or, failing that, '],
  rough: ['par consensus approximatif', 'by rough consensus'],
  'double-majority': ['à la double majorité', 'by double majority'],
})

const FRACTIONS = byLanguage<string>({
  '1/2': ['de la moitié', 'half'],
  '2/3': ['des deux tiers', 'two thirds'],
  '3/4': ['des trois quarts', 'three quarters'],
  '3/5': ['des trois cinquièmes', 'three fifths'],
  '4/5': ['des quatre cinquièmes', 'four fifths'],
})

const BASES = byLanguage<string>({
  expressed: ['des suffrages exprimés', 'the votes for or against'],
  cast: ['des voix exprimées', 'the votes cast'],
  present: ['des votants', 'those voting'],
  members: ['des membres', 'the members'],
})
