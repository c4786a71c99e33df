import { chooseCollective, chooseProposal, proposalsOf } from './choices.ts'
import { all, type Form, firstUnanswered, one, option } from './form.ts'

/** `cahier amend`: of what was just changed in the file, which is put back as it was. */
export const amend: Form = {
  verb: 'amend',
  next: (answers, around) =>
    firstUnanswered(answers, [
      chooseProposal(
        { fr: 'Quelle proposition avez-vous changée ?', en: 'Which proposal did you change?' },
        around,
        () => true,
      ),
      chooseCollective(
        { fr: 'Quel collectif porte l’amendement ?', en: 'Which collective brings the amendment?' },
        around,
      ),
      { id: 'reasons', kind: 'text', question: { fr: 'Pourquoi ?', en: 'Why?' }, optional: true },
    ]),
  wordsOf: (answers) => [
    one(answers, 'proposal'),
    '--by',
    one(answers, 'collective'),
    ...option('reasons', one(answers, 'reasons').trim()),
  ],
}

/** `cahier adopt`: one or several of the amendments that wait on a proposal. */
export const adopt: Form = {
  verb: 'adopt',
  next: (answers, around) => {
    const proposal = proposalsOf(around.outline).find(({ id }) => id === one(answers, 'proposal'))
    return firstUnanswered(answers, [
      chooseProposal(
        { fr: 'Amendements à quelle proposition ?', en: 'Amendments to which proposal?' },
        around,
        ({ amendments }) => amendments.length > 0,
      ),
      {
        id: 'amendments',
        kind: 'choice',
        many: true,
        question: { fr: 'Lesquels adopter ?', en: 'Which ones to adopt?' },
        items: (proposal?.amendments ?? []).map(({ id, title }) => ({
          id,
          label: id,
          detail: title,
        })),
      },
    ])
  },
  wordsOf: (answers) => [one(answers, 'proposal'), ...all(answers, 'amendments')],
}
