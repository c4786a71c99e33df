import { countOf, type DecisionRule, type Language, type Threshold } from '@cahier/core'
import { requireParameter, thresholdOf } from '../counting/quorum.ts'

/** A rule with its figures: « consentement (quorum d’au moins 2/3) ». */
export function ruleWithFigures(rule: DecisionRule, language: Language): string {
  const say = WORDS[language]
  const asked = [
    ...(rule.answered === undefined ? [] : [say.answered(shareInWords(rule.answered, language))]),
    ...(rule['missing-at-most'] === undefined ? [] : [say.missing(rule['missing-at-most'])]),
    ...(rule['blocking-minority'] === undefined ? [] : [say.blocking(rule['blocking-minority'])]),
    ...(rule.quorum === undefined ? [] : [`${say.quorum} ${shareInWords(rule.quorum, language)}`]),
    ...(rule['minimum-consents'] === undefined ? [] : [say.minimum(rule['minimum-consents'])]),
    ...(rule.silence === 'consent' ? [say.silence] : []),
    ...(rule['early-close'] === true ? [say.early] : []),
  ]
  // The conditions of a rule come before its fallback, which has its own.
  const otherwise =
    rule.method === 'lazy'
      ? `${say.otherwise}${ruleWithFigures(requireParameter(rule.otherwise), language)}`
      : ''
  return `${methodInWords(rule, language)}${asked.length === 0 ? '' : ` (${asked.join(', ')})`}${otherwise}`
}

function methodInWords(rule: DecisionRule, language: Language): string {
  const say = WORDS[language]
  const share = (threshold: Threshold) => shareInWords(threshold, language)
  switch (rule.method) {
    case 'consent':
      return say.consent
    case 'consensus-minus':
      return `${say.minus} ${rule.n}`
    case 'majority':
      return `${say.majority}${share(thresholdOf(rule))} ${say.bases[String(rule.of)] ?? ''}`
    case 'lazy':
      return say.lazy(String(rule.days))
    case 'rough':
      return say.rough(String(rule['final-period']))
    case 'double-majority':
      return say.double(share(requireParameter(rule.members)), share(requireParameter(rule.weight)))
  }
}

function shareInWords(threshold: Threshold, language: Language): string {
  return 'more-than' in threshold
    ? `${WORDS[language].more} ${threshold['more-than']}`
    : `${WORDS[language].least} ${threshold['at-least']}`
}

const WORDS = {
  fr: {
    quorum: 'quorum',
    minimum: (number: number) => `${number} consentement${number > 1 ? 's' : ''} au moins`,
    answered: (share: string) => `réponse ${share} des membres`,
    missing: (number: number) =>
      `${countOf('fr', number, 'réponse manquante', 'réponses manquantes')} au plus`,
    blocking: (number: number) =>
      `minorité de blocage d’au moins ${countOf('fr', number, 'membre', 'membres')}`,
    silence: 'qui se tait consent',
    early: 'clôture anticipée permise',
    consent: 'consentement',
    minus: 'consensus moins',
    majority: 'majorité ',
    least: 'd’au moins',
    more: 'de plus de',
    bases: {
      expressed: 'des suffrages exprimés',
      cast: 'des voix exprimées',
      present: 'des votants',
      members: 'des membres',
    } as Readonly<Record<string, string>>,
    lazy: (days: string) => `consensus tacite en ${countOf('fr', days, 'jour', 'jours')}`,
    otherwise: ', sinon ',
    rough: (days: string) =>
      `consensus approximatif, avec une période finale de ${countOf('fr', days, 'jour', 'jours')}`,
    double: (members: string, weight: string) =>
      `double majorité, ${members} des membres et ${weight} des poids`,
  },
  en: {
    quorum: 'quorum',
    minimum: (number: number) => `at least ${number} consent${number > 1 ? 's' : ''}`,
    answered: (share: string) => `answers ${share} of the members`,
    missing: (number: number) => `at most ${countOf('en', number, 'answer', 'answers')} missing`,
    blocking: (number: number) =>
      `blocking minority of at least ${countOf('en', number, 'member', 'members')}`,
    silence: 'silence counts as consent',
    early: 'early close allowed',
    consent: 'consent',
    minus: 'consensus minus',
    majority: 'majority ',
    least: 'of at least',
    more: 'of more than',
    bases: {
      expressed: 'of the votes for or against',
      cast: 'of the votes cast',
      present: 'of those taking part',
      members: 'of the members',
    } as Readonly<Record<string, string>>,
    lazy: (days: string) => `lazy consensus in ${countOf('en', days, 'day', 'days')}`,
    otherwise: ', else ',
    rough: (days: string) =>
      `rough consensus, with a final period of ${countOf('en', days, 'day', 'days')}`,
    double: (members: string, weight: string) =>
      `double majority, ${members} of the members and ${weight} of the weight`,
  },
}
