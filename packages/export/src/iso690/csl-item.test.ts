import type { Json } from '@cahier/core'
import { expect, it } from 'vitest'
import { sortKey } from './csl-item.ts'

const keyOf = ([id, csl]: readonly [string, { readonly [key: string]: Json }]) =>
  sortKey({ id, level: '', claims: [], reservations: '', supersededBy: '', seen: '', csl })
const on = (year: number): Json => ({ 'date-parts': [[year]] })

it('sorts by name, accents and ligatures aside, then by year, title and id; by title what has no name', () => {
  const elie = { author: [{ family: 'Élie', given: 'A.' }] }
  const works = [
    ['zola', { author: [{ literal: 'Zola' }], issued: on(2000) }],
    ['e-2021', { ...elie, issued: on(2021) }],
    ['e-b', { ...elie, issued: on(2019), title: 'B' }],
    ['e-a2', { ...elie, issued: on(2019), title: 'A' }],
    ['e-a1', { ...elie, issued: on(2019), title: 'A' }],
    ['oeuvre', { title: '« Œuvres »', issued: on(1950) }],
    ['ofce', { editor: [{ literal: 'OFCE' }] }],
  ] as const
  const sorted = works
    .map((work) => [keyOf(work), work[0]] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  expect(sorted.map(([, id]) => id)).toEqual([
    'e-a1',
    'e-a2',
    'e-b',
    'e-2021',
    'oeuvre',
    'ofce',
    'zola',
  ])
})
