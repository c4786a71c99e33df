// @module-tag long
import { buildProgramme } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '../document/settings.ts'
import { lintText } from '../engine/lint-text.ts'
import { rules } from '../rules/index.ts'
import { sampleProgramme } from '../sample-programme.ts'

const PATH = 'axes/services/guichet.md'
const styleRules = rules.filter(({ id }) => id.startsWith('style/'))

function found(text: string, profile: 'consistent' | 'median-dot' | 'doublets') {
  const { documents, manifest } = buildProgramme({
    sources: [...sampleProgramme.slice(0, 1), { path: PATH, text }],
    assets: [],
    findings: [],
  })
  const document = documents.find(({ path }) => path === PATH)
  if (document === undefined) throw new Error('no document')
  return lintText(
    document,
    { ...settingsOf(manifest), inclusive: { profile, plural: 'single' } },
    styleRules,
  )
}

const HEAD =
  '---\ntitle: Garantir un guichet\nsummary: Un guichet.\n---\n\n## Ce que nous proposons\n\n'

describe('rules of style', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'très ',
      'nous ',
      'le le ',
      'notamment ',
      'il faudrait ',
      'ADEME ',
      '(ADEME) ',
      'élu·e·s ',
      'élu.es ',
      'élu(e)s',
      'comme par exemple ',
      '. ',
      ' ; ',
      '\n',
      '\n\n',
      '*',
      '**',
      '« ',
      ' »',
      'M. ',
      '…',
      '`',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )

  it('say the same of the same text, and each remark stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('consistent', 'median-dot', 'doublets'),
        (pieces, profile) => {
          const text = HEAD + pieces.join('')
          const findings = found(text, profile)
          expect(found(text, profile)).toEqual(findings)
          for (const { place } of findings) {
            expect(place.start.offset).toBeLessThan(place.end.offset)
            expect(place.end.offset).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('read a sentence of a hundred thousand words and a word without end', () => {
    const findings = found(
      `${HEAD}${'un guichet par commune '.repeat(25_000)}\n\n${'é'.repeat(100_000)}\n\n${'A'.repeat(100_000)} ${'élu·'.repeat(20_000)}`,
      'median-dot',
    )
    expect(findings.map(({ rule, data }) => [rule, data.words])).toContainEqual([
      'style/long-sentence',
      100_000,
    ])
  })
})
