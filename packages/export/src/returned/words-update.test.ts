import { expect, it } from 'vitest'
import { changedNotes } from './words-update.ts'

it('among several notes of a paragraph, a changed note replaces its old text', () => {
  expect(changedNotes(['Un.', 'Deux.', 'Trois.'], ['Un.', 'Deux fois.', 'Trois.'])).toEqual([
    { was: 'Deux.', note: 'Deux fois.' },
  ])
  expect(changedNotes(['Un.', 'Deux.'], ['Deux.', 'Un.'])).toEqual([])
  expect(changedNotes(['Un.', 'Deux.'], ['Un.', 'Deux.', 'Trois.'])).toEqual([
    { was: '', note: 'Trois.' },
  ])
})
