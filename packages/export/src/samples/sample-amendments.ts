import type { PhrasingContent } from 'mdast'
import type { EditionChanges } from '../edition/edition.ts'
import type { HistoryEvent, PrintedAmendment } from '../edition/printed-measure.ts'
import { p, spaced, t } from './sample-nodes.ts'

/** A wish to change a block, to add one, and to change a title. Test material. */
export const delai: PrintedAmendment = {
  id: 'guichet-delai',
  by: 'exemple-ondes',
  byName: 'Les ondes courtes',
  example: true,
  date: '2026-04-20',
  reasons: [
    p(
      '',
      1,
      'Quarante-cinq jours, c’est le temps d’une expulsion. La poste met trois jours [enquête des usagers, 2025].',
    ),
  ],
  blocks: [
    {
      number: '1.10',
      ordinal: 11,
      added: false,
      nodes: [
        t('un numéro non surtaxé, et la réponse au courrier sous '),
        { type: 'delete', children: [t('trente')] },
        t(' '),
        { type: 'deletion', children: [t('quarante-cinq')] },
        { type: 'insertion', children: [t('vingt')] },
        t(' jours ouvrés.'),
      ],
    },
    {
      number: '1.10',
      ordinal: 11,
      added: true,
      nodes: [
        { type: 'insertion', children: [t('Passé ce délai, la demande est tenue pour acceptée.')] },
      ],
    },
  ],
  fields: [
    {
      label: 'Titre',
      nodes: [
        t('Garantir par la loi guichet, téléphone et courrier'),
        { type: 'insertion', children: [t(' sous vingt jours')] },
      ],
    },
  ],
}

/**
 * What happened to a proposal, from its first round to the edition that printed it. Test material.
 */
export const guichetLife: readonly HistoryEvent[] = [
  { date: '2026-03-20', kind: 'opened', label: 'La consultation est ouverte.' },
  {
    date: '2026-04-02',
    kind: 'stance',
    label: 'Assemblée du bocage (exemple) exprime une réserve.',
  },
  { date: '2026-04-02', kind: 'stance', label: 'Les ondes courtes (exemple) consentent.' },
  { date: '2026-04-12', kind: 'adopted', label: 'La proposition est adoptée avec réserves.' },
  {
    date: '2026-04-20',
    kind: 'amendment',
    label: 'Les ondes courtes (exemple) proposent un amendement.',
  },
  { date: '2026-05-01', kind: 'edition', label: spaced('Elle paraît dans l’édition 0.3.0.') },
]

/** What changed since the edition before. Test material. */
export const changesSince: EditionChanges = {
  edition: '0.2.0',
  date: '2026-02-01',
  words: [p('', 1, 'Le guichet gagne un ', emphasis('samedi par mois'), '.')],
  measures: [
    {
      id: 'guichet',
      number: 1,
      title: 'Garantir par la loi guichet, téléphone et courrier',
      kind: 'reworded',
      sentence: 'Le texte adopté a changé.',
    },
    {
      id: 'ancienne',
      number: 4,
      title: 'Interdire les écrans dans les abribus',
      kind: 'left',
      sentence: 'Elle a été retirée.',
    },
  ],
}

function emphasis(value: string): PhrasingContent {
  return { type: 'emphasis', children: [t(value)] }
}
