import { choice, item, titledItem } from './choices.ts'
import type { Form, Item } from './form.ts'

/** The form for `cahier publish`, which writes an edition. */
export const publish: Form = {
  command: 'publish',
  steps({ kind }, { outline }) {
    return [
      choice('kind', { fr: 'Que voulez-vous publier ?', en: 'What do you want to publish?' }, [
        item('programme', 'Le programme', 'The programme'),
        item('dossier', 'Un dossier pour un destinataire', 'A dossier for one addressee'),
        item('tribune', 'Une tribune', 'An opinion column'),
        item('brochure', 'Une brochure A5', 'An A5 brochure'),
        item('charter', 'Une charte à signer', 'A charter to sign'),
        item('dissent', 'Les réserves et objections', 'Reservations and objections'),
        item('data', 'Les données', 'The data'),
      ]),
      kind === 'dossier' &&
        choice('for', { fr: 'Pour qui ?', en: 'For whom?' }, outline.addressees.map(titledItem)),
      choice('status', { fr: 'Qu’y met-on ?', en: 'What goes in?' }, [
        item('default', 'Ce qui est adopté', 'What is adopted'),
        item('all', 'Tout, marqué', 'Everything, marked'),
      ]),
      kind !== 'data' &&
        choice(
          'format',
          { fr: 'Sous quelles formes ?', en: 'In which formats?' },
          [
            format('html', 'un site', 'a site', true),
            format('epub', 'un livre numérique', 'an e-book', kind === 'programme'),
            format('odt', 'un document de traitement de texte', 'a word-processor document', true),
            format('txt', 'du texte seul', 'plain text', false),
          ],
          true,
        ),
    ]
  },
  options: ['kind', 'for', 'status', 'format'],
}

function format(id: string, fr: string, en: string, picked: boolean): Item {
  return { id, label: id.toUpperCase(), detail: { fr, en }, picked }
}
