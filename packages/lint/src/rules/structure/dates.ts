import { isDay } from '@cahier/core'
import { textsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports two dates in the wrong order, such as leaving before joining. */
export const dates: Rule = {
  id: 'structure/dates',
  severity: 'error',
  messages: {
    left: {
      fr: 'ce collectif serait parti ({last}) avant d’arriver ({first}), et ne serait membre aucun jour : corrigez « left » ou « joined »',
      en: 'this collective would have left ({last}) before it joined ({first}), and be a member on no day: fix “left” or “joined”',
    },
    revoked: {
      fr: 'cette clé serait révoquée ({last}) avant de valoir ({first}), et rien de ce qu’elle signe ne compterait : corrigez « revoked » ou « from »',
      en: 'this key would be revoked ({last}) before it is valid ({first}), and nothing it signs would count: fix “revoked” or “from”',
    },
    answered: {
      fr: 'cette réponse ({last}) viendrait avant la remise ({first}) : corrigez l’une des deux dates',
      en: 'this answer ({last}) would come before the handing over ({first}): fix one of the two dates',
    },
  },
  document({ document, report }) {
    for (const [, earlier, later, message] of ORDERS.filter(([kind]) => kind === document.kind))
      for (const { value: first, pointer } of textsAt(document, earlier))
        for (const { value: last, place } of textsAt(document, pointer.replace(/[^/]+$/, later)))
          if (isDay(first) && isDay(last) && last < first)
            report(message, place.value, { first, last })
  },
}

/** Kind, earlier field, later field beside it, and the message when their dates are reversed. */
const ORDERS = [
  ['collective', '/joined', 'left', 'left'],
  ['collective', '/delegates/*/keys/*/from', 'revoked', 'revoked'],
  ['transmission', '/handed/*/date', 'answers/*/date', 'answered'],
] as const
