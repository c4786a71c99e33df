import { expect, it } from 'vitest'
import { shortSlug } from './slug.ts'

it.each([
  ['Rouvrir les accueils : quartier par quartier', 'rouvrir-les-accueils-quartier-par-quartier'],
  ['Rouvrir en deux ans toutes les gares fermées', 'rouvrir-en-deux-ans-toutes'],
  ['Rouvrir les gares fermées depuis l’an 2000', 'rouvrir-les-gares-fermees-depuis'],
  ['Le droit de chacun au respect de la vie privée', 'le-droit-de-chacun-au-respect'],
  ['Une école qui n’est pas à vendre', 'une-ecole-qui-n-est-pas'],
  ['Give the rivers back to the people of the valley', 'give-the-rivers-back'],
  ['À qui est-ce', 'a-qui-est-ce'],
  ['Ce qu’il y a', 'ce-qu-il-y-a'],
  ['De ce que, ou pour les', 'de-ce-que-ou-pour-les'],
  ['Par la et pour les uns', 'par-la-et-pour-les-uns'],
  ['Par la et pour ou avec les uns', 'par-la-et-pour-ou-avec'],
  ['???', ''],
])('%s', (title, id) => {
  expect(shortSlug(title, 48)).toBe(id)
})

it('no word is cut in the middle, unless it is the only one', () => {
  expect(shortSlug('Démocratiser les administrations intercommunales', 40)).toBe(
    'democratiser-les-administrations',
  )
  expect(shortSlug('Anticonstitutionnellement', 10)).toBe('anticonsti')
})
