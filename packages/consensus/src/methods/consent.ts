import { wording } from '@cahier/core'
import {
  adopted,
  blockedAbove,
  type Count,
  consentData,
  consentsInWords,
  countAnswers,
  type Method,
  quorumMessages,
  withoutConsent,
  withoutQuorum,
} from '../counting/method.ts'

/**
 * Consent: adopted when no member objects and one at least is in favour. With `silence: consent`,
 * silent members are in favour.
 */
export const consent: Method = {
  id: 'consent',
  messages: {
    ...quorumMessages,
    adopted: {
      fr: (data) => `aucune objection ouverte, et ${consentsInWords(data, 'fr')}`,
      en: (data) => `no open objection, and ${consentsInWords(data, 'en')}`,
    },
    blocked: wording(
      '{objections|objection ouverte|objections ouvertes} : la règle du consentement n’en admet aucune',
      '{objections|open objection|open objections}: consent allows none',
    ),
    nobody: wording(
      'aucune objection, mais aucun consentement non plus : rien n’est adopté sans que personne le veuille',
      'no objection, but no consent either: nothing is adopted that nobody wants',
    ),
  },
  decide(given, rule) {
    const count = rule.silence === 'consent' ? withSilenceAsConsent(given) : given
    return (
      // This uses `given`, because silence never counts for a quorum or for `minimum-consents`.
      withoutQuorum(given, rule) ??
      blockedAbove(0, count) ??
      withoutConsent(count) ??
      adopted(count, consentData(count))
    )
  },
}

function withSilenceAsConsent(given: Count) {
  return { ...given, consents: given.consents + Math.max(0, given.members - countAnswers(given)) }
}
