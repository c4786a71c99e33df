import { choice, chooseCollective, chooseProposal, proposalsOf } from './choices.ts'
import type { Form } from './form.ts'

/** `cahier amend`: turns the changes made in a file into an amendment, and restores the file. */
export const amend: Form = {
  command: 'amend',
  steps: (_answers, context) => [
    chooseProposal(
      { fr: 'Quelle proposition avez-vous changée ?', en: 'Which proposal did you change?' },
      context,
    ),
    {
      ...chooseCollective(
        { fr: 'Quel collectif porte l’amendement ?', en: 'Which collective brings the amendment?' },
        context,
      ),
      id: 'by',
    },
    { id: 'reasons', kind: 'text', question: { fr: 'Pourquoi ?', en: 'Why?' }, optional: true },
  ],
  options: ['by', 'reasons'],
}

/** `cahier adopt`: adopts pending amendments to a proposal. */
export const adopt: Form = {
  command: 'adopt',
  steps: (answers, context) => {
    const proposal = proposalsOf(context.outline).find(({ id }) => id === answers.proposal)
    return [
      chooseProposal(
        { fr: 'Amendements à quelle proposition ?', en: 'Amendments to which proposal?' },
        context,
        ({ amendments }) => amendments.length > 0,
      ),
      choice(
        'amendments',
        { fr: 'Lesquels adopter ?', en: 'Which ones to adopt?' },
        (proposal?.amendments ?? []).map(({ id, title }) => ({ id, label: id, detail: title })),
        true,
      ),
    ]
  },
}
