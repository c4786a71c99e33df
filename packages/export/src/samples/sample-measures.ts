import type { Measure } from '../edition/printed-measure.ts'
import { delai, guichetLife } from './sample-amendments.ts'
import { call, h, li, p, pre, spaced, t, table } from './sample-nodes.ts'

/**
 * Adopted with a reservation: notes called twice, a table, nested lists, code, dissent, a decision.
 * Test material.
 */
export const guichet: Measure = {
  id: 'guichet',
  number: 1,
  title: 'Garantir par la loi guichet, téléphone et courrier',
  summary: {
    number: '1.1',
    nodes: [
      t(
        'Toute démarche administrative doit pouvoir être faite en personne, par téléphone et par courrier, sans condition ni justification.',
      ),
    ],
  },
  status: 'adopted-with-reservations',
  statusLabel: 'adoptée avec réserves',
  facts: [
    { id: 'horizon', label: 'Horizon', value: 'Moyen terme (un à cinq ans)' },
    { id: 'scale', label: 'Échelle', value: 'nationale' },
    { id: 'action', label: 'Action', value: 'garantir' },
    { id: 'impacts', label: 'Effets visés', value: 'accès aux droits, liens sociaux' },
    { id: 'authors', label: 'Proposée par', value: 'Collectif de l’accueil (exemple)' },
  ],
  horizon: 'moyen',
  mark: '',
  answer: false,
  amendments: [delai],
  history: guichetLife,
  requests: [
    {
      number: '1.11',
      addressee: 'partis',
      addresseeLabel: 'Aux partis',
      nodes: [t('Reprendre le texte adopté et y ajouter le cumul des trois canaux.')],
    },
    {
      number: '1.12',
      addressee: 'syndicats',
      addresseeLabel: 'Aux syndicats',
      nodes: [t('Exiger les effectifs d’accueil correspondants.')],
    },
  ],
  sections: [
    {
      id: 'why',
      title: 'Pourquoi',
      normative: false,
      nodes: [
        p(
          '1.2',
          2,
          'En 2021, ',
          { type: 'strong', children: [t('un tiers')] },
          ' des adultes vivant en France ont renoncé à une démarche en ligne',
          call('insee', 1),
          '. Le Défenseur des droits recommande depuis 2019 de préserver plusieurs voies d’accès',
          call('ddd', 2),
          '.',
        ),
        table(
          '1.3',
          3,
          ['left', 'right', 'right', null],
          [
            ['Canal', '2012', '2022', 'Ce que dit l’enquête'],
            [
              'Guichet',
              '48~%',
              '31~%',
              'premier canal des plus de soixante-quinze ans, et des personnes qui ne lisent pas le français',
            ],
            [
              'Téléphone',
              '27~%',
              '29~%',
              { type: 'emphasis', children: [t('attente moyenne de onze minutes')] },
            ],
            ['Courrier', '25~%', '9~%', ''],
          ],
        ),
        p(
          '1.4',
          4,
          'La même enquête précise que l’âge n’explique pas tout|: la pauvreté compte davantage',
          call('insee', 1, 2),
          ', et le téléphone reste le seul recours d’un ménage sur dix.',
        ),
        {
          type: 'blockquote',
          children: [
            p('1.5', 5, '«~On nous a dit d’aller sur le site. Le site nous a dit d’appeler.~»'),
          ],
        },
      ],
    },
    {
      id: 'measure',
      title: 'Ce que nous proposons',
      normative: true,
      nodes: [
        p('1.6', 7, 'Une loi garantit trois voies à toute démarche. Concrètement|:'),
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: [
            li(
              '1.7',
              8,
              ['un guichet tenu par une personne, à moins de trente minutes, ouvert|:'],
              {
                type: 'list',
                ordered: true,
                start: 1,
                spread: false,
                children: [
                  li('1.8', 9, ['un soir par semaine|;']),
                  li('1.9', 10, ['un samedi par mois|;']),
                ],
              },
            ),
            li('1.10', 11, [
              'un numéro non surtaxé, et la réponse au courrier sous ',
              { type: 'delete', children: [t('trente')] },
              ' quarante-cinq jours ouvrés.',
            ]),
          ],
        },
      ],
    },
    {
      id: 'how',
      title: 'Mise en œuvre',
      normative: false,
      nodes: [
        p(
          '1.13',
          13,
          'Le décret fixe les heures. Voir ',
          {
            type: 'crossReference',
            target: { kind: 'section', id: 'statut', section: 'measure' },
            children: [t('ce que dit le statut')],
          },
          ' et ',
          { type: 'link', url: 'https://example.org/loi', children: [t('le texte de 2023')] },
          '.',
        ),
        h(3, 14, 'Calendrier'),
        pre(
          '1.14',
          15,
          'janvier   publication du décret\nmars      ouverture des guichets dans les sous-préfectures et les maisons de service, canton par canton\n',
        ),
        p('1.15', 16, 'Rien d’autre n’est requis', call('auteur', 3), '.'),
      ],
    },
  ],
  notes: [
    {
      id: 'insee',
      number: 1,
      calls: 2,
      nodes: [
        p(
          '',
          17,
          'INSEE, ',
          {
            type: 'crossReference',
            target: { kind: 'work', id: 'insee-renoncement' },
            children: [{ type: 'emphasis', children: [t('Le renoncement aux démarches')] }],
          },
          ', 2022, p.~3.',
        ),
      ],
    },
    {
      id: 'ddd',
      number: 2,
      calls: 1,
      nodes: [
        p(
          '',
          18,
          'DÉFENSEUR DES DROITS, ',
          { type: 'emphasis', children: [t('Dématérialisation des services publics')] },
          ', 2022.',
        ),
      ],
    },
    {
      id: 'auteur',
      number: 3,
      calls: 1,
      nodes: [
        p('', 19, 'Note de l’auteur, en deux paragraphes.'),
        p('', 20, 'Le second contient un ', { type: 'inlineCode', value: 'code' }, '.'),
      ],
    },
  ],
  dissent: [
    {
      collective: 'exemple-bocage',
      collectiveName: 'Assemblée du bocage',
      example: true,
      stance: 'reservation',
      stanceLabel: 'réserve',
      date: '2026-04-02',
      argument: spaced(
        'Trente minutes en voiture ne sont pas trente minutes à pied|; le texte ne dit pas lesquelles.',
      ),
      liftsIf: 'Dire que le trajet se compte sans voiture.',
      stale: false,
    },
  ],
  decision: {
    opened: '2026-03-20',
    closes: '2026-04-10',
    closed: '2026-04-12',
    sentence: spaced(
      'Adoptée avec réserves le 12 avril 2026, par consentement|: deux consentements, une réserve|; un membre n’a rien dit.',
    ),
    rulings: [
      spaced(
        'Le 11 avril 2026, l’objection de Comité de rédaction est écartée par l’animation|: elle porte sur une autre proposition.',
      ),
    ],
  },
  normative: 'v1-1f0c7d2b6e0a49b4b6a4d3e3a6f2d2b5c0d1e2f30415263748596a7b8c9d0e1f',
  whole: 'v1-2a0c7d2b6e0a49b4b6a4d3e3a6f2d2b5c0d1e2f30415263748596a7b8c9d0e1f',
}

/** A draft with almost nothing in it. Test material. */
export const statut: Measure = {
  id: 'statut',
  number: 2,
  title: spaced('Créer un statut|: l’objection de conscience numérique'),
  summary: {
    number: '2.1',
    nodes: [
      t('Une personne peut déclarer qu’elle n’utilise pas les téléservices, et ne rien y perdre.'),
    ],
  },
  status: 'draft',
  statusLabel: 'à l’état de projet',
  facts: [{ id: 'horizon', label: 'Horizon', value: 'Court terme (moins d’un an)' }],
  horizon: 'court',
  mark: 'projet',
  answer: false,
  amendments: [],
  history: [],
  requests: [],
  sections: [
    {
      id: 'measure',
      title: 'Ce que nous proposons',
      normative: true,
      nodes: [p('2.2', 2, 'Une déclaration suffit. Elle vaut partout', call('ddd', 1), '.')],
    },
  ],
  notes: [
    {
      id: 'ddd',
      number: 1,
      calls: 1,
      nodes: [
        p(
          '',
          3,
          'DÉFENSEUR DES DROITS, ',
          { type: 'emphasis', children: [t('Dématérialisation')] },
          ', 2022.',
        ),
      ],
    },
  ],
  dissent: [],
  decision: null,
  normative: 'v1-3b0c7d2b6e0a49b4b6a4d3e3a6f2d2b5c0d1e2f30415263748596a7b8c9d0e1f',
  whole: 'v1-4c0c7d2b6e0a49b4b6a4d3e3a6f2d2b5c0d1e2f30415263748596a7b8c9d0e1f',
}

/**
 * Still open, with an objection that stands although it was given on an earlier text. Test
 * material.
 */
export const moratoire: Measure = {
  id: 'moratoire',
  number: 3,
  title: 'Suspendre l’ouverture de centres de données',
  summary: {
    number: '3.1',
    nodes: [
      t('Aucun nouveau raccordement tant que la consommation n’est pas publiée, site par site.'),
    ],
  },
  status: 'open',
  statusLabel: 'en consultation',
  facts: [
    { id: 'horizon', label: 'Horizon', value: 'Court terme (moins d’un an)' },
    { id: 'scale', label: 'Échelle', value: 'locale' },
  ],
  horizon: 'court',
  mark: 'en débat',
  answer: false,
  amendments: [],
  history: [],
  requests: [
    {
      number: '3.4',
      addressee: 'communes',
      addresseeLabel: 'Aux communes',
      nodes: [t('Refuser le permis tant que le dossier est incomplet.')],
    },
  ],
  sections: [
    {
      id: 'why',
      title: 'Pourquoi',
      normative: false,
      nodes: [p('3.2', 2, 'La consommation des centres n’est publiée qu’en total.')],
    },
    {
      id: 'measure',
      title: 'Ce que nous proposons',
      normative: true,
      nodes: [p('3.3', 4, 'Le préfet suspend les raccordements de plus de cinq mégawatts.')],
    },
    {
      id: 'questions',
      title: 'Questions ouvertes',
      normative: false,
      nodes: [p('3.5', 6, 'Que faire des extensions|?')],
    },
  ],
  notes: [],
  dissent: [
    {
      collective: 'exemple-bocage',
      collectiveName: 'Assemblée du bocage',
      example: true,
      stance: 'objection',
      stanceLabel: 'objection',
      date: '2026-02-11',
      argument: 'Le seuil laisse passer les petits centres, qui sont les plus nombreux ici.',
      liftsIf: '',
      stale: true,
    },
  ],
  decision: {
    opened: '2026-04-20',
    closes: '2026-05-20',
    closed: '',
    sentence: 'En consultation jusqu’au 20 mai 2026.',
    rulings: [],
  },
  normative: 'v1-5d0c7d2b6e0a49b4b6a4d3e3a6f2d2b5c0d1e2f30415263748596a7b8c9d0e1f',
  whole: 'v1-6e0c7d2b6e0a49b4b6a4d3e3a6f2d2b5c0d1e2f30415263748596a7b8c9d0e1f',
}
