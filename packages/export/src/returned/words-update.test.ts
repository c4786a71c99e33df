import { expect, it } from 'vitest'
import { changedNotes } from './words-update.ts'

it('of several notes of a paragraph, that which says something else now stands in the place of the one it was', () => {
  expect(changedNotes(['Un.', 'Deux.', 'Trois.'], ['Un.', 'Deux fois.', 'Trois.'])).toEqual([
    { was: 'Deux.', note: 'Deux fois.' },
  ])
  expect(changedNotes(['Un.', 'Deux.'], ['Deux.', 'Un.'])).toEqual([])
  expect(changedNotes(['Un.', 'Deux.'], ['Un.', 'Deux.', 'Trois.'])).toEqual([
    { was: '', note: 'Trois.' },
  ])
})
