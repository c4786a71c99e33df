import { expect, it } from 'vitest'
import { announcesDemands } from './announces-demands.ts'

it.each([
  ...[
    'Objectifs d’ici 2030',
    'Objectif',
    'Nos objectifs chiffrés',
    'Cibles',
    'Objectifs et cibles',
    '2. Cibles 2030',
    'Objectifs : trois ans',
  ],
  ...[
    'Ce que nous demandons',
    'Ce que nous proposons pour l’eau',
    'Nous demandons :',
    'Nos revendications',
    'Revendications',
    'Nos\u00A0propositions',
  ],
  ...['Targets for 2030', 'Our goals', 'What we ask', 'What we ask of the state'],
])('says that what follows is chosen: %s', (title) => expect(announcesDemands(title)).toBe(true))

it.each([
  ...[
    'Objectifs de la loi de 2019',
    'Les objectifs manqués',
    'Ce que nous savons',
    'Cibles des attaques',
    'Objections et réponses',
    'Demandes reçues',
  ],
  ...[
    'Propositions',
    'Pourquoi',
    'What we know',
    'Targets missed',
    'Goals of the law',
    'Ce que nous voulonsX',
  ],
])('says nothing of the kind: %s', (title) => expect(announcesDemands(title)).toBe(false))
