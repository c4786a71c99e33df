import { titledItem } from './choices.ts'
import { all, type Form, firstUnanswered, one, option } from './form.ts'

/** `cahier publish`: writes an edition. */
export const publish: Form = {
  command: 'publish',
  next: (answers, { outline }) => {
    const kind = one(answers, 'kind')
    return firstUnanswered(answers, [
      {
        id: 'kind',
        kind: 'choice',
        question: { fr: 'Que voulez-vous publier ?', en: 'What do you want to publish?' },
        items: [
          { id: 'programme', label: { fr: 'Le programme', en: 'The programme' } },
          {
            id: 'dossier',
            label: { fr: 'Un dossier pour un destinataire', en: 'A dossier for one addressee' },
          },
          { id: 'tribune', label: { fr: 'Une tribune', en: 'An opinion column' } },
          { id: 'brochure', label: { fr: 'Une brochure A5', en: 'An A5 brochure' } },
          { id: 'charter', label: { fr: 'Une charte à signer', en: 'A charter to sign' } },
          {
            id: 'dissent',
            label: { fr: 'Les réserves et objections', en: 'Reservations and objections' },
          },
          { id: 'data', label: { fr: 'Les données', en: 'The data' } },
        ],
      },
      kind === 'dossier' && {
        id: 'for',
        kind: 'choice',
        question: { fr: 'Pour qui ?', en: 'For whom?' },
        items: outline.addressees.map(titledItem),
      },
      {
        id: 'status',
        kind: 'choice',
        question: { fr: 'Qu’y met-on ?', en: 'What goes in?' },
        items: [
          { id: 'default', label: { fr: 'Ce qui est adopté', en: 'What is adopted' } },
          { id: 'all', label: { fr: 'Tout, marqué', en: 'Everything, marked' } },
        ],
      },
      kind !== 'data' && {
        id: 'format',
        kind: 'choice',
        many: true,
        question: { fr: 'Sous quelles formes ?', en: 'In which formats?' },
        items: [
          { id: 'html', label: 'HTML', detail: { fr: 'un site', en: 'a site' }, picked: true },
          {
            id: 'epub',
            label: 'EPUB',
            detail: { fr: 'un livre numérique', en: 'an e-book' },
            picked: kind === 'programme',
          },
          {
            id: 'odt',
            label: 'ODT',
            detail: { fr: 'un document de traitement de texte', en: 'a word-processor document' },
            picked: true,
          },
          { id: 'txt', label: 'TXT', detail: { fr: 'du texte seul', en: 'plain text' } },
        ],
      },
    ])
  },
  argumentsOf: (answers) => [
    ...option('kind', one(answers, 'kind')),
    ...option('for', one(answers, 'for')),
    ...option('status', one(answers, 'status')),
    ...option('format', all(answers, 'format').join(',')),
  ],
}
