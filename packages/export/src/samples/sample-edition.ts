import type { PhrasingContent } from 'mdast'
import type { Edition } from '../edition/edition.ts'
import { editionWords } from '../edition/labels.ts'
import type { MemberStance } from '../edition/member.ts'
import { changesSince } from './sample-amendments.ts'
import { guichet, moratoire, statut } from './sample-measures.ts'
import { call, p, spaced, t } from './sample-nodes.ts'

/**
 * A small edition with everything an exporter meets: two chapters, three measures, a note called
 * twice, a wide table, nested lists, a block of code, dissent, a decision, cross references, a
 * source with a reservation, an amendment, a life, what changed. Test material: nothing but tests
 * imports it.
 */
export const sampleEdition: Edition = {
  kind: 'programme',
  language: 'fr',
  title: 'Programme d’essai pour des services à visage humain',
  subtitle: '',
  changes: changesSince,
  overview: null,
  fallen: [
    {
      measure: 'moratoire',
      kind: 'stance',
      label: 'Un consentement, à redemander\u00A0: Collectif de l’accueil (exemple).',
    },
  ],
  transmissions: [
    {
      id: 'exemple-union',
      name: 'Union d’essai',
      addressee: 'syndicats',
      addresseeLabel: 'Syndicats',
      handed: [
        {
          edition: '0.2.0',
          date: '2026-04-12',
          proposals: [
            { id: 'guichet', title: 'Garantir un guichet' },
            { id: 'statut', title: 'Un statut' },
            { id: 'ancienne', title: 'Une proposition retirée depuis' },
          ],
          answers: [
            {
              proposal: { id: 'guichet', title: 'Garantir un guichet' },
              answer: 'partly',
              answerLabel: 'reprise en partie',
              date: '2026-04-20',
              link: 'https://example.org/union/motion-3',
            },
          ],
        },
      ],
    },
  ],
  trackedChanges: false,
  name: 'programme-essai-0.3.0',
  identifier: 'programme-essai',
  edition: '0.3.0',
  date: '2026-05-01',
  publisher: 'Assemblée d’essai',
  licence: 'CC BY-SA 4.0',
  contact: 'https://example.org/contact',
  draft: true,
  examples: true,
  chapters: [
    {
      id: 'services',
      number: 1,
      title: 'Services publics',
      question: spaced('Comment garantir l’accès de chacun sans l’obliger à passer par un écran|?'),
      introduction: [
        p(
          '',
          1,
          'Les démarches se sont déplacées vers les écrans en une dizaine d’années',
          call('axe-insee', 1),
          '. Les guichets ont fermé plus vite que les droits ne se sont ouverts.',
        ),
        p(
          '',
          2,
          'Cet axe demande peu|: qu’une personne réponde. Voir aussi ',
          {
            type: 'crossReference',
            target: { kind: 'measure', id: 'moratoire' },
            children: [t('le moratoire')],
          },
          '.',
        ),
      ],
      notes: [
        {
          id: 'axe-insee',
          number: 1,
          calls: 1,
          nodes: [p('', 3, 'Insee, ', emphasis('Le renoncement aux démarches'), ', 2022.')],
        },
      ],
      measures: [guichet, statut],
      whole: '',
    },
    {
      id: 'ia',
      number: 2,
      title: 'Intelligence artificielle',
      question: spaced('Qui décide des machines, et qui en paie l’électricité|?'),
      introduction: [p('', 1, 'Une seule proposition pour l’instant.')],
      notes: [],
      measures: [moratoire],
      whole: '',
    },
  ],
  bibliography: [
    {
      id: 'ddd-2022',
      nodes: [
        t('DÉFENSEUR DES DROITS. '),
        emphasis('Dématérialisation des services publics\u00A0: trois ans après'),
        t('. Paris, 2022. Disponible à l’adresse\u00A0: '),
        link(
          'https://example.org/rapports/2022/dematerialisation-des-services-publics-trois-ans-apres.pdf',
        ),
      ],
      url: 'https://example.org/rapports/2022/dematerialisation-des-services-publics-trois-ans-apres.pdf',
      level: 'A',
      levelLabel: 'source primaire',
      reservations: '',
      citedIn: [1, 2],
    },
    {
      id: 'insee-renoncement',
      nodes: [
        t('INSEE. '),
        emphasis('Le renoncement aux démarches'),
        t('. Insee Première, n°\u00A01901, 2022.'),
      ],
      url: '',
      level: 'B',
      levelLabel: 'source reprise',
      reservations: spaced(
        'Enquête déclarative|; les personnes sans téléphone n’ont pas été jointes.',
      ),
      citedIn: [1],
    },
  ],
  collectives: [
    {
      id: 'exemple-accueil',
      name: 'Collectif de l’accueil',
      example: true,
      stances: { guichet: consent(), moratoire: consent() },
      unasked: [],
    },
    {
      id: 'exemple-bocage',
      name: 'Assemblée du bocage',
      example: true,
      stances: {
        guichet: { stance: 'reservation', label: 'réserve', stale: false, date: '2026-02-03' },
        moratoire: { stance: 'objection', label: 'objection', stale: true, date: '2026-02-04' },
      },
      unasked: [],
    },
    {
      id: 'exemple-ondes',
      name: 'Les ondes courtes',
      example: true,
      stances: {
        guichet: consent(),
        statut: { stance: 'abstention', label: 'abstention', stale: false, date: '2026-02-05' },
      },
      unasked: ['moratoire'],
    },
    { id: 'comite', name: 'Comité de rédaction', example: false, stances: {}, unasked: [] },
  ],
  addressees: [
    { id: 'mouvements-sociaux', title: 'Mouvements sociaux' },
    { id: 'partis', title: 'Partis' },
    { id: 'syndicats', title: 'Syndicats' },
    { id: 'communes', title: 'Communes' },
  ],
  horizons: [
    { id: 'court', title: 'Court terme (moins d’un an)' },
    { id: 'moyen', title: 'Moyen terme (un à cinq ans)' },
    { id: 'long', title: 'Long terme' },
  ],
  words: editionWords('fr', true),
}

function emphasis(value: string): PhrasingContent {
  return { type: 'emphasis', children: [t(value)] }
}

function link(url: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: url }] }
}

function consent(): MemberStance {
  return { stance: 'consent', label: 'consentement', stale: false, date: '2026-02-02' }
}
