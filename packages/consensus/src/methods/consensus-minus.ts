import { countOf, wording } from '@cahier/core'
import type { Method } from '../counting/method.ts'
import {
  adoptedWith,
  consentData,
  consentsInWords,
  inFavour,
  quorumMessages,
  requireParameter,
  withoutQuorum,
} from '../counting/quorum.ts'

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
    nobody: wording(
      'aucun consentement : rien n’est adopté sans que personne le veuille',
      'no consent: nothing is adopted that nobody wants',
    ),
  },
  decide(count, rule) {
    const n = requireParameter(rule.n)
    const { objections } = count
    const failure = withoutQuorum(count, rule)
    if (failure !== null) return failure
    if (objections > n) return { result: 'blocked', why: 'blocked', data: { objections, n } }
    if (inFavour(count) === 0) return { result: 'rejected', why: 'nobody', data: {} }
    return {
      result: adoptedWith(count),
      why: 'adopted',
      data: { ...consentData(count), objections, n },
    }
  },
}
