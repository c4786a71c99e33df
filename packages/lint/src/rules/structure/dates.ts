import { type Document, isDay } from '@cahier/core'
import { textsAt } from '../../document/fields-at.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports dates in the wrong order: a member that leaves before joining, a key revoked before it is
 * valid, an answer before the text was handed over.
 */
export const dates: Rule = {
  id: 'structure/dates',
  severity: 'error',
  fixed: false,
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
    for (const { kind, within, first, last, message } of ORDERS) {
      if (document.kind !== kind) continue
      for (const holder of holdersIn(document, within)) {
        const [begins] = textsAt(document, `${holder}${first}`)
        if (begins === undefined || !isDay(begins.value)) continue
        for (const ends of textsAt(document, `${holder}${last}`))
          if (isDay(ends.value) && ends.value < begins.value)
            report(message, ends.place.value, { first: begins.value, last: ends.value })
      }
    }
  },
}

/** Two date fields below `within`: `last` must not come before `first`. */
const ORDERS = [
  { kind: 'collective', within: '', first: '/joined', last: '/left', message: 'left' },
  {
    kind: 'collective',
    within: '/delegates/*/keys/*',
    first: '/from',
    last: '/revoked',
    message: 'revoked',
  },
  {
    kind: 'transmission',
    within: '/handed/*',
    first: '/date',
    last: '/answers/*/date',
    message: 'answered',
  },
] as const

function holdersIn({ places }: Document, pattern: string): readonly string[] {
  const wanted = pattern.split('/')
  return Object.keys(places).filter((pointer) => {
    const steps = pointer.split('/')
    return (
      steps.length === wanted.length &&
      steps.every((step, at) => wanted[at] === '*' || wanted[at] === step)
    )
  })
}
