import { countOf, wording } from '@cahier/core'
import {
  adopted,
  blockedAbove,
  consentData,
  consentsInWords,
  type Method,
  quorumMessages,
  requireParameter,
  withoutConsent,
  withoutQuorum,
} from '../counting/method.ts'

/** Consensus minus n: adopted when at most n members object. */
export const consensusMinus: Method = {
  id: 'consensus-minus',
  messages: {
    ...quorumMessages,
    adopted: {
      fr: (data) =>
        `${data.objections === '0' ? 'aucun membre n’objecte' : countOf('fr', data.objections, 'membre objecte', 'membres objectent')}, la règle en admet ${data.n}, et ${consentsInWords(data, 'fr')}`,
      en: (data) =>
        `${data.objections === '0' ? 'no member objects' : countOf('en', data.objections, 'member objects', 'members object')}, the rule allows ${data.n}, and ${consentsInWords(data, 'en')}`,
    },
    blocked: wording(
      '{objections} membres objectent : la règle en admet {n}',
      '{objections} members object: the rule allows {n}',
    ),
  },
  decide(count, rule) {
    const n = requireParameter(rule.n)
    return (
      withoutQuorum(count, rule) ??
      blockedAbove(n, count) ??
      withoutConsent(count) ??
      adopted(count, { ...consentData(count), objections: count.objections, n })
    )
  },
}
