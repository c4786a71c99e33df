import {
  type DecisionRule,
  type Language,
  sentencesIn,
  type Threshold,
  wording,
} from '@cahier/core'
import { thresholdOf } from '../counting/method.ts'

/** A rule in words: « consentement (quorum d’au moins 2/3) ». */
export function ruleWithFigures(rule: DecisionRule, language: Language): string {
  const say = sentencesIn(WORDS, language)
  const share = (threshold: Threshold | undefined) =>
    threshold === undefined
      ? ''
      : say('more-than' in threshold ? 'ofMore' : 'ofLeast', {
          share: shareInWords(threshold, language),
        })
  const { method, otherwise, n = 0, of = 'expressed', days = 0, members, weight } = rule
  const methodInWords = say(method, {
    n,
    days: rule['final-period'] ?? days,
    share: method === 'majority' ? share(thresholdOf(rule)) : '',
    base: say(of),
    members: share(members),
    weight: share(weight),
  })
  const conditions = CONDITIONS.flatMap((key) => {
    const value = rule[key]
    if (value === undefined || value === false || value === 'absent') return []
    return [say(key, { value: typeof value === 'object' ? share(value) : String(value) })]
  })
  // The conditions of a rule come before its fallback rule, which has its own conditions.
  const fallback =
    method === 'lazy' && otherwise !== undefined
      ? say('otherwise', { rule: ruleWithFigures(otherwise, language) })
      : ''
  return `${methodInWords}${conditions.length === 0 ? '' : ` (${conditions.join(', ')})`}${fallback}`
}

/** A threshold: « au moins 2/3 », “more than 1/2”. */
export function shareInWords(threshold: Threshold, language: Language): string {
  return 'more-than' in threshold
    ? sentencesIn(WORDS, language)('more', { ratio: threshold['more-than'] })
    : sentencesIn(WORDS, language)('least', { ratio: threshold['at-least'] })
}

const CONDITIONS = [
  'answered',
  'missing-at-most',
  'blocking-minority',
  'quorum',
  'minimum-consents',
  'silence',
  'early-close',
] as const

const WORDS = {
  least: wording('au moins {ratio}', 'at least {ratio}'),
  more: wording('plus de {ratio}', 'more than {ratio}'),
  ofLeast: wording('d’{share}', 'of {share}'),
  ofMore: wording('de {share}', 'of {share}'),
  otherwise: wording(', sinon {rule}', ', else {rule}'),
  consent: wording('consentement', 'consent'),
  'consensus-minus': wording('consensus moins {n}', 'consensus minus {n}'),
  majority: wording('majorité {share} {base}', 'majority {share} {base}'),
  lazy: wording('consensus tacite en {days|jour|jours}', 'lazy consensus in {days|day|days}'),
  rough: wording(
    'consensus approximatif, avec une période finale de {days|jour|jours}',
    'rough consensus, with a final period of {days|day|days}',
  ),
  'double-majority': wording(
    'double majorité, {members} des membres et {weight} des poids',
    'double majority, {members} of the members and {weight} of the weight',
  ),
  expressed: wording('des suffrages exprimés', 'of the votes for or against'),
  cast: wording('des voix exprimées', 'of the votes cast'),
  present: wording('des votants', 'of those taking part'),
  members: wording('des membres', 'of the members'),
  answered: wording('réponse {value} des membres', 'answers {value} of the members'),
  'missing-at-most': wording(
    '{value|réponse manquante|réponses manquantes} au plus',
    'at most {value|answer|answers} missing',
  ),
  'blocking-minority': wording(
    'minorité de blocage d’au moins {value|membre|membres}',
    'blocking minority of at least {value|member|members}',
  ),
  quorum: wording('quorum {value}', 'quorum {value}'),
  'minimum-consents': wording(
    '{value|consentement|consentements} au moins',
    'at least {value|consent|consents}',
  ),
  silence: wording('qui se tait consent', 'silence counts as consent'),
  'early-close': wording('clôture anticipée permise', 'early close allowed'),
}
