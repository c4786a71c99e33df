import { expect, it } from 'vitest'
import { drawMerge } from './draw-merge.ts'
import { mergeText } from './merge-text.ts'

const byWord = (base: string, ours: string, theirs: string) =>
  drawMerge(mergeText({ base, ours, theirs }, 'word').pieces, { style: 'merge', labels: ['ours', 'base', 'theirs'], markerSize: 7 })

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
  ['Écrire à contact@exemple.fr vite.', 'Écrire à vote@exemple.fr vite.', 'Écrire à contact@exemple.org vite.'],
])('%s, changed by both in two places, is a conflict', (...texts) => {
  const [base, ours, theirs] = texts.map((text) => `${text}\n`) as [string, string, string]
  expect(byWord(base, ours, theirs).conflicts).toBe(1)
  expect(byWord(base, theirs, ours).conflicts).toBe(1)
})

it('a figure and the words around it, or two figures with words between, are changed apart', () => {
  const base = 'Un délai de 30 à 40 jours suit la demande des 3 communes.\n'
  const ours = base.replace('30 à 40', '20 à 25')
  const theirs = base.replace('Un délai', 'Un temps').replace('3 communes', '4 communes')
  expect(byWord(base, ours, theirs)).toEqual({ text: 'Un temps de 20 à 25 jours suit la demande des 4 communes.\n', conflicts: 0 })
})

it('the number of an item and a figure that it begins with are changed apart', () => {
  const base = '1. Ouvrir\n2. 3 agents par commune\n3. Publier\n'
  const [renumbered, edited] = ['1. 3 agents par commune\n2. Publier\n', base.replace('3 agents', '4 agents')]
  expect(byWord(base, renumbered, edited)).toEqual({ text: '1. 4 agents par commune\n2. Publier\n', conflicts: 0 })
  expect(byWord(base, edited, renumbered)).toEqual({ text: '1. 4 agents par commune\n2. Publier\n', conflicts: 0 })
})
