import { expect, it } from 'vitest'
import { replacementsIn } from './change.ts'

it('a change that overlaps a change before it is left out, however many others lie between', () => {
  const changes = replacementsIn('abcdefghij', [
    [/abcdefgh/g, '1'],
    [/bc/g, '2'],
    [/ef/g, '3'],
    [/ij/g, '4'],
  ])
  expect(changes.map(({ text }) => text)).toEqual(['1', '4'])
})
