import { choice, chooseCollective, chooseProposal, item, titledItem } from './choices.ts'
import type { Form, Step } from './form.ts'

/** `cahier new`: creates a text from a template. */
export const newText: Form = {
  command: 'new',
  steps({ kind }, context) {
    return [
      KIND,
      kind === 'proposal' &&
        choice(
          'axis',
          { fr: 'Dans quel axe ?', en: 'In which axis?' },
          context.outline.axes.map(titledItem),
        ),
      kind === 'amendment' &&
        chooseProposal({ fr: 'À quelle proposition ?', en: 'To which proposal?' }, context),
      (kind === 'amendment' || kind === 'ballot') &&
        chooseCollective({ fr: 'Pour quel collectif ?', en: 'For which collective?' }, context),
      kind === 'source' && SOURCE_ID,
      kind !== 'ballot' && TITLE,
    ]
  },
}

const KIND = choice('kind', { fr: 'Que voulez-vous écrire ?', en: 'What do you want to write?' }, [
  item('proposal', 'Proposition', 'Proposal'),
  item('amendment', 'Amendement', 'Amendment'),
  item('ballot', 'Bulletin des positions', 'Ballot'),
  item('question', 'Question de recherche', 'Research question'),
  item('source', 'Source', 'Source'),
  item('axis', 'Axe', 'Axis'),
  item('collective', 'Collectif', 'Collective'),
])

const SOURCE_ID: Step = {
  id: 'source',
  kind: 'text',
  question: {
    fr: 'Le nom court de la source, celui que l’on citera',
    en: 'The short name of the source, by which it is cited',
  },
  example: { fr: 'insee-2022', en: 'insee-2022' },
  fault: (text) =>
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
      ? null
      : {
          fr: 'Des minuscules sans accent, des chiffres et des tirets.',
          en: 'Lower-case letters without accents, digits and dashes.',
        },
}

const TITLE: Step = {
  id: 'title',
  kind: 'text',
  question: { fr: 'Son titre, ou son nom', en: 'Its title, or its name' },
  example: { fr: 'Rouvrir les accueils de quartier', en: 'Open the neighbourhood desks again' },
  fault: (text) =>
    text.trim() === '' ? { fr: 'Il faut un titre.', en: 'A title is needed.' } : null,
}
