// @module-tag long
import { buildProgramme, type Finding } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../engine/lint.ts'
import { sampleProgramme } from '../sample-programme.ts'

const PATH = 'axes/services/axis.md'
const HEAD = '---\ntitle: Services\nquestion: Comment faire ?\nproposals: [guichet]\n---\n\n'

/** Scraps that figures, units and sources are made of, put together any way. */
const scrap = fc.constantFrom(
  '32 %',
  '1 200',
  '8,16 TWh',
  '200 MW par an',
  '14 Mt',
  '89 M€',
  '2,6 millions de ménages',
  'des adultes',
  'émissions de',
  'une puissance de',
  'en 2021',
  'au moins',
  '«',
  '»',
  '.',
  ' : ',
  ';',
  '|',
  '\n',
  '\u00A0',
  '[^1]',
  '**',
  '`x`',
  'article 12',
  'la loi n° 2018-1021',
  '06 12 34 56 78',
  'a.b@gmail.com',
  '[',
  '](',
  '🏴',
)
const paragraph = fc.array(scrap, { minLength: 1, maxLength: 12 }).map((scraps) => scraps.join(' '))
const body = fc
  .array(paragraph, { minLength: 1, maxLength: 5 })
  .map((paragraphs) => `${paragraphs.join('\n\n')}\n\n[^1]: Note.\n`)

describe('whatever a text is made of', () => {
  it('each remark stands in it, and is the same the second time', () => {
    fc.assert(
      fc.property(body, (text) => {
        const found = remarksOn(text)
        for (const { place } of found) {
          expect(place.start.offset).toBeLessThanOrEqual(place.end.offset)
          expect(place.end.offset).toBeLessThanOrEqual((HEAD + text).length)
        }
        expect(remarksOn(text)).toEqual(found)
      }),
      { numRuns: 25 },
    )
  })

  it('a paragraph that ends with a source is never asked for one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('32 %', '1 200', '8,16 TWh', '89 M€', 'des adultes', 'en 2021', '.', ';'),
          { maxLength: 12 },
        ),
        (scraps) => {
          const found = remarksOn(`Il y a ${scraps.join(' ')} [@insee-2022].\n`)
          expect(found.filter(({ rule }) => rule === 'evidence/unsourced-figure')).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })
})

function remarksOn(text: string): readonly Finding[] {
  const others = sampleProgramme.filter(({ path }) => path !== PATH)
  const programme = buildProgramme({
    sources: [...others, { path: PATH, text: HEAD + text }],
    assets: [],
    findings: [],
  })
  return lint(programme, { includes: (path) => path === PATH }).filter(({ rule }) =>
    /^(?:evidence|safety|structure)\//.test(rule),
  )
}
