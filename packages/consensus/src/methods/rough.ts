import { countOf, type DecisionRule, wording } from '@cahier/core'
import {
  adopted,
  blockedAbove,
  type Count,
  consentData,
  consentsInWords,
  countAnswers,
  fewestReaching,
  type Method,
  quorumMessages,
  reaches,
  rejected,
  requireParameter,
  withoutConsent,
  withoutQuorum,
} from '../counting/method.ts'

/** Rough consensus: adopted after a final period, with enough answers and no open objection. */
export const rough: Method = {
  id: 'rough',
  asks: 'final-period',
  messages: {
    ...quorumMessages,
    adopted: {
      fr: (data) =>
        `aucune objection ouverte après ${countOf('fr', data.days, 'jour', 'jours')} de période finale, et ${consentsInWords(data, 'fr')}`,
      en: (data) =>
        `no open objection after ${countOf('en', data.days, 'day', 'days')} of final period, and ${consentsInWords(data, 'en')}`,
    },
    answered: wording(
      '{answered|membre a répondu|membres ont répondu} sur {members} : il en fallait {needed}',
      '{answered} of {members|member|members} answered: {needed|was needed|were needed}',
    ),
    missing: wording(
      '{missing|réponse manque|réponses manquent} : la règle en admet {most}',
      '{missing|answer is|answers are} missing: the rule allows {most}',
    ),
    blocked: wording(
      '{objections|objection ouverte|objections ouvertes} : rien n’est conclu tant que chacune n’est pas levée, ou écartée avec ses raisons',
      '{objections|open objection|open objections}: nothing is concluded until each is lifted, or overruled with reasons',
    ),
    short: wording(
      '{days|jour|jours} de période finale : il en fallait {needed}',
      '{days|day|days} of final period: {needed|was needed|were needed}',
    ),
  },
  decide(count, rule) {
    const { finalDays: days = 0 } = count
    const needed = requireParameter(rule['final-period'])
    const silence = tooFewAnswers(count, rule)
    if (silence !== null) return { result: 'no-quorum', ...silence }
    return (
      withoutQuorum(count, rule) ??
      blockedAbove(0, count) ??
      withoutConsent(count) ??
      (days < needed
        ? rejected('short', { days, needed })
        : adopted(count, { ...consentData(count), days }))
    )
  },
}

/**
 * Says why too few members have answered for a final period to begin. Returns null when enough
 * members have answered.
 */
export function tooFewAnswers(count: Count, rule: DecisionRule) {
  const { members } = count
  const answered = countAnswers(count)
  const [share, most] = [requireParameter(rule.answered), requireParameter(rule['missing-at-most'])]
  if (!reaches(answered, members, share))
    return {
      why: 'answered' as const,
      data: { answered, members, needed: fewestReaching(members, share) },
    }
  return members - answered > most
    ? { why: 'missing' as const, data: { missing: members - answered, most } }
    : null
}
