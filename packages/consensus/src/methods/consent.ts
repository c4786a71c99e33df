import { wording } from '@cahier/core'
import type { Count, Method } from '../counting/method.ts'
import {
  adoptedWith,
  consentData,
  consentsInWords,
  countAnswers,
  inFavour,
  quorumMessages,
  withoutQuorum,
} from '../counting/quorum.ts'

/** Consent: adopted when no member objects. */
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
    // Silence is no answer: it never counts for a quorum or a minimum of consents.
    const failure = withoutQuorum(given, rule)
    if (failure !== null) return failure
    const count = rule.silence === 'consent' ? withSilenceAsConsent(given) : given
    if (count.objections > 0)
      return { result: 'blocked', why: 'blocked', data: { objections: count.objections } }
    if (inFavour(count) === 0) return { result: 'rejected', why: 'nobody', data: {} }
    return { result: adoptedWith(count), why: 'adopted', data: consentData(count) }
  },
}

function withSilenceAsConsent(given: Count): Count {
  return { ...given, consents: given.consents + Math.max(0, given.members - countAnswers(given)) }
}
