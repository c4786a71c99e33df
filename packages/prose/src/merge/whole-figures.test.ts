import { expect, it } from 'vitest'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const byWord = (base: string, ours: string, theirs: string) =>
  writeMerge(mergeText({ base, ours, theirs }, 'word').pieces, {
    style: 'merge',
    labels: ['ours', 'base', 'theirs'],
    markerSize: 7,
  })

/** What two people make of one figure: half of each would be a figure that neither wrote. */
it.each([
  ['Entre 10 et 20 agents.', 'Entre 15 et 20 agents.', 'Entre 10 et 12 agents.'],
  ['De 10 à 20 % des voix.', 'De 15 à 20 % des voix.', 'De 10 à 12 % des voix.'],
  ['Les pages 10–20.', 'Les pages 15–20.', 'Les pages 10–12.'],
  ['Du 3 mars au 5 avril 2025.', 'Du 10 avril au 5 avril 2025.', 'Du 3 mars au 8 mars 2025.'],
  ['Les articles 3 à 8.', 'Les articles 5 à 8.', 'Les articles 3 à 4.'],
  ['Ouvert à 9 h 30 chaque jour.', 'Ouvert à 8 h 30 chaque jour.', 'Ouvert à 9 h 45 chaque jour.'],
  ['Open at 9:30 each day.', 'Open at 8:30 each day.', 'Open at 9:45 each day.'],
  ['Clos le 01/03/2025 au soir.', 'Clos le 01/04/2025 au soir.', 'Clos le 02/03/2025 au soir.'],
  ['Une majorité des 2/3 suffit.', 'Une majorité des 3/3 suffit.', 'Une majorité des 2/5 suffit.'],
  ['Le décret 2018-1347 vaut.', 'Le décret 2019-1347 vaut.', 'Le décret 2018-1348 vaut.'],
  ['Article 5(2)(a) holds.', 'Article 5(3)(a) holds.', 'Article 5(2)(b) holds.'],
  ['Appeler le 01 42 33 44 55.', 'Appeler le 01 43 33 44 55.', 'Appeler le 01 42 33 44 66.'],
  [
    'Vingt-deux agents, trente-trois jours.',
    'Vingt-deux agents, trente-cinq jours.',
    'Vingt-deux agents, quarante-trois jours.',
  ],
  [
    'Un délai de vingt et un jours.',
    'Un délai de trente et un jours.',
    'Un délai de vingt et deux jours.',
  ],
  ['It takes twenty-one days.', 'It takes thirty-one days.', 'It takes twenty-two days.'],
  ['Septante-deux francs.', 'Septante-trois francs.', 'Nonante-deux francs.'],
  [
    'Die Frist ist zehn bis zwanzig Tage.',
    'Die Frist ist acht bis zwanzig Tage.',
    'Die Frist ist zehn bis dreißig Tage.',
  ],
  ['De cinq à dix jours.', 'De six à dix jours.', 'De cinq à douze jours.'],
  [
    'It has two thousand five hundred clerks.',
    'It has three thousand five hundred clerks.',
    'It has two thousand six hundred clerks.',
  ],
  [
    'Open from 9:30 am to 5:45 pm here.',
    'Open from 9:00 am to 5:45 pm here.',
    'Open from 9:30 am to 6:45 pm here.',
  ],
  [
    'Voir l’article 5, alinéa 2, du code.',
    'Voir l’article 6, alinéa 2, du code.',
    'Voir l’article 5, alinéa 3, du code.',
  ],
  [
    'Die Sitzung ist am 3. März 2025 im Rathaus.',
    'Die Sitzung ist am 5. März 2025 im Rathaus.',
    'Die Sitzung ist am 3. März 2026 im Rathaus.',
  ],
  [
    'Ouvert entre le 3 et le 5 mai.',
    'Ouvert entre le 4 et le 5 mai.',
    'Ouvert entre le 3 et le 8 mai.',
  ],
  [
    'Du lundi 3 au vendredi 7 mai.',
    'Du lundi 10 au vendredi 7 mai.',
    'Du lundi 3 au vendredi 14 mai.',
  ],
  [
    'De mai 2024 à juin 2025, tout change.',
    'De mars 2024 à juin 2025, tout change.',
    'De mai 2024 à août 2025, tout change.',
  ],
  [
    'Un bail de 3 ans et 6 mois suit.',
    'Un bail de 4 ans et 6 mois suit.',
    'Un bail de 3 ans et 9 mois suit.',
  ],
  [
    'Ouvert de 9 heures à 17 heures.',
    'Ouvert de 8 heures à 17 heures.',
    'Ouvert de 9 heures à 18 heures.',
  ],
  ['Die Frist ist 5 bis 10 Tage.', 'Die Frist ist 6 bis 10 Tage.', 'Die Frist ist 5 bis 12 Tage.'],
  [
    'El acto es el 3 de marzo de 2025 aquí.',
    'El acto es el 5 de marzo de 2025 aquí.',
    'El acto es el 3 de marzo de 2026 aquí.',
  ],
  [
    'La seduta è il 3 marzo 2025 qui.',
    'La seduta è il 5 marzo 2025 qui.',
    'La seduta è il 3 marzo 2026 qui.',
  ],
  [
    'Une salle de 3 m × 4 m suffit.',
    'Une salle de 5 m × 4 m suffit.',
    'Une salle de 3 m × 6 m suffit.',
  ],
  [
    'Écrire à contact@exemple.fr vite.',
    'Écrire à vote@exemple.fr vite.',
    'Écrire à contact@exemple.org vite.',
  ],
])('%s, changed by both in two places, is a conflict', (...texts) => {
  const [base, ours, theirs] = texts.map((text) => `${text}\n`) as [string, string, string]
  expect(byWord(base, ours, theirs).conflicts).toBe(1)
  expect(byWord(base, theirs, ours).conflicts).toBe(1)
})

it('a figure and the words around it, or two figures with words between, are changed apart', () => {
  const base = 'Un délai de 30 à 40 jours suit la demande des 3 communes.\n'
  const ours = base.replace('30 à 40', '20 à 25')
  const theirs = base.replace('Un délai', 'Un temps').replace('3 communes', '4 communes')
  expect(byWord(base, ours, theirs)).toEqual({
    text: 'Un temps de 20 à 25 jours suit la demande des 4 communes.\n',
    conflicts: 0,
  })
  const day = 'Le 3 mai, la mairie ouvre 2 salles.\n'
  expect(byWord(day, day.replace('3 mai', '5 mai'), day.replace('2 salles', '4 salles'))).toEqual({
    text: 'Le 5 mai, la mairie ouvre 4 salles.\n',
    conflicts: 0,
  })
  const one = 'Un habitant et deux agents suffisent à un bureau.\n'
  expect(
    byWord(one, one.replace('Un habitant', 'Une élue'), one.replace('deux agents', 'trois agents')),
  ).toEqual({
    text: 'Une élue et trois agents suffisent à un bureau.\n',
    conflicts: 0,
  })
})

it('the number of an item and a figure that it begins with are changed apart', () => {
  const base = '1. Ouvrir\n2. 3 agents par commune\n3. Publier\n'
  const [renumbered, edited] = [
    '1. 3 agents par commune\n2. Publier\n',
    base.replace('3 agents', '4 agents'),
  ]
  expect(byWord(base, renumbered, edited)).toEqual({
    text: '1. 4 agents par commune\n2. Publier\n',
    conflicts: 0,
  })
  expect(byWord(base, edited, renumbered)).toEqual({
    text: '1. 4 agents par commune\n2. Publier\n',
    conflicts: 0,
  })
})
