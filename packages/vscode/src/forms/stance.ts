import type { CollectiveOutline } from '@cahier/language-server'
import { choice, chooseCollective, chooseProposal, item, titledItem } from './choices.ts'
import type { Form, Step } from './form.ts'

/** `cahier stance`: notes the stance of a collective on a proposal. */
export const stance: Form = {
  command: 'stance',
  steps({ collective, stance: chosen }, context) {
    const speaker = context.outline.collectives.find(({ id }) => id === collective)
    const isReasoned = chosen === 'objection' || chosen === 'reservation'
    return [
      chooseCollective({ fr: 'Quel collectif parle ?', en: 'Which collective speaks?' }, context),
      speaker !== undefined && speaker.delegates.length > 0 && delegateOf(speaker),
      chooseProposal(
        { fr: 'De quelle proposition ?', en: 'About which proposal?' },
        context,
        canHaveStance,
      ),
      STANCE,
      isReasoned && ARGUMENT,
      isReasoned && LIFTS_IF,
    ]
  },
  options: ['by', 'argument', 'lifts-if'],
}

function delegateOf({ delegates }: CollectiveOutline): Step {
  return choice('by', { fr: 'Qui parle en son nom ?', en: 'Who speaks in its name?' }, [
    ...delegates.map(titledItem),
    item('', 'Ne pas le dire', 'Leave it unsaid'),
  ])
}

function canHaveStance({ status }: { readonly status: string }): boolean {
  return status !== 'withdrawn' && status !== 'merged'
}

const STANCE = choice('stance', { fr: 'Que dit-il ?', en: 'What does it say?' }, [
  item('consent', 'Consentement', 'Consent'),
  item('reservation', 'Réserve', 'Reservation'),
  item('objection', 'Objection', 'Objection'),
  item('abstention', 'Abstention', 'Abstention'),
])

const ARGUMENT: Step = {
  id: 'argument',
  kind: 'text',
  question: { fr: 'Pourquoi ? Ce sera imprimé tel quel.', en: 'Why? It will be printed as it is.' },
  fault: (text) =>
    text.trim() === '' ? { fr: 'Il faut un argument.', en: 'An argument is needed.' } : null,
}

const LIFTS_IF: Step = {
  id: 'lifts-if',
  kind: 'text',
  optional: true,
  question: {
    fr: 'Quel changement la lèverait ? (facultatif)',
    en: 'What change would lift it? (optional)',
  },
}
