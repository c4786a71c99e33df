import { buildProgramme } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps } from './overlaps.ts'

const manifest = `title: Essai
language: fr
timezone: Europe/Paris
axes: [axe]
sections:
  - {id: why, title: Pourquoi}
  - {id: measure, title: Ce que nous proposons, required: true, normative: true}
decision: {default: {method: consent}}
publication: {identifier: essai}
`

const night = 'L’État commande trente rames et rouvre dix lignes de trains de nuit avant 2030.'
const sleep =
  'Avant 2030, dix lignes de nuit circulent de nouveau grâce à trente rames commandées par l’État.'
const hedges =
  'Chaque exploitation aidée plante cent mètres de haie par hectare, entretenus sans chimie.'

describe('overlaps', () => {
  it('finds a measure written in two ways, with its passages, and nothing else', () => {
    const found = check({
      trains: { text: night },
      couchettes: { text: sleep },
      haies: { text: hedges },
    })
    expect(found.map(({ a, b }) => [a, b])).toEqual([['couchettes', 'trains']])
    expect(found[0]?.passages[0]).toEqual({ a: sleep, b: night })
  })

  it('reads a word without end once', { tags: ['long'] }, () => {
    const endless = `${night} ${'a:'.repeat(100_000)}`
    expect(
      check({ trains: { text: endless }, couchettes: { text: sleep } }).map(({ a, b }) => [a, b]),
    ).toEqual([['couchettes', 'trains']])
  })

  it('gives rare words more weight than frequent ones', () => {
    const common = Array.from({ length: 30 }, (_, index) => [
      `p${index}`,
      { text: `La commune organise un débat public sur le sujet ${index}.` },
    ])
    const [rare, plain] = ['ornithorynques', 'débats'].map((word) =>
      check(
        {
          ...Object.fromEntries(common),
          un: { text: `La commune organise des ${word}, place du marché.` },
          deux: { text: `La région préfère des ${word}, chaque printemps.` },
        },
        0,
      ).find(({ a, b }) => a === 'deux' && b === 'un'),
    )
    expect(rare?.likeness).toBeGreaterThan(plain?.likeness ?? 0)
  })

  it('compares the requests, not the reasons', () => {
    expect(
      check({ a: { text: night, why: hedges }, b: { text: 'Fermer les aéroports.', why: hedges } }),
    ).toEqual([])
  })

  it('leaves out withdrawn proposals and merged pairs; marks pairs that require each other', () => {
    expect(
      check({
        a: { text: night, head: 'withdrawn: {date: 2026-01-01, reason: Trop tôt.}' },
        b: { text: sleep },
      }),
    ).toEqual([])
    expect(
      check({
        a: { text: night, head: 'replaced-by: b' },
        b: { text: sleep, head: 'merges: [a]' },
      }),
    ).toEqual([])
    expect(
      check({ a: { text: night }, b: { text: sleep, head: 'requires: [a]' } }).map(
        ({ related }) => related,
      ),
    ).toEqual([true])
  })

  it('gives the same pairs for any order of files, with likeness at most 1', {
    tags: ['long'],
  }, () => {
    const words = fc.constantFrom(
      'train',
      'nuit',
      'haie',
      'commune',
      'loi',
      'eau',
      'école',
      'écran',
      'prix',
      'métal',
    )
    const text = fc.array(words, { minLength: 1, maxLength: 30 }).map((drawn) => drawn.join(' '))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const files = texts.map((each, index) => [`p${index}`, { text: each }] as const)
        const found = check(Object.fromEntries(files), 0)
        expect(check(Object.fromEntries([...files].reverse()), 0)).toEqual(found)
        for (const { likeness } of found) expect(likeness).toBeLessThanOrEqual(1)
        for (const [id, { text: same }] of files.slice(0, 1)) {
          const twin = check({ ...Object.fromEntries(files), twin: { text: same } }, 0).find(
            ({ a, b }) => a === id && b === 'twin',
          )
          expect(twin?.likeness).toBe(1)
        }
      }),
      { numRuns: 25 },
    )
  })
})

function check(
  proposals: Readonly<Record<string, { text: string; why?: string; head?: string }>>,
  threshold?: number,
) {
  const sources = Object.entries(proposals).map(([id, { text, why = '', head = '' }]) => ({
    path: `axes/axe/${id}.md`,
    text: `---\ntitle: x\nsummary: x\n${head}\n---\n\n## Pourquoi\n\n${why}\n\n## Ce que nous proposons\n\n${text}\n`,
  }))
  const axis = { path: 'axes/axe/axis.md', text: '---\ntitle: Axe\n---\n' }
  const sourcesOf = [{ path: 'programme.yaml', text: manifest }, axis, ...sources]
  return overlaps(buildProgramme({ sources: sourcesOf, assets: [], findings: [] }), threshold)
}
