import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { readVersion } from './earlier-texts.ts'
import { partChanges } from './part-changes.ts'

const programme = programmeOf(sampleFiles)
const guichet = programme.proposals.find(({ id }) => id === 'guichet')
if (guichet === undefined) throw new Error('the sample has that proposal')
const source = guichet.document.text
const changesOf = (before: string, after: string) =>
  partChanges(
    readVersion(before, guichet, programme),
    readVersion(after, guichet, programme),
    programme,
  )

const words = fc.array(
  fc.constantFrom(
    'Deux',
    'jours',
    'par',
    'semaine',
    'trois',
    '« non »',
    'l’an',
    '*au plus*',
    '12 %',
  ),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const measures = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.map((paragraph) => paragraph.join(' ')).join('\n\n'))
const withMeasure = (measure: string) => source.replace('Deux jours par semaine.', () => measure)

describe('changes of the normative text', () => {
  it('joined, the pieces are both texts; and some piece differs just when the digest does', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(measures, measures, (before, after) => {
        const changes = changesOf(withMeasure(before), withMeasure(after))
        expect(changes.map(({ part }) => part)).toEqual(before === after ? [] : ['## Mesure'])
        for (const { pieces } of changes) {
          expect(pieces.map((piece) => piece.new).join('')).toBe(after)
          expect(pieces.some(({ same }) => !same)).toBe(true)
        }
      }),
    )
  })

  it('line breaks, spaces and quotation marks are no change', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(measures, (measure) => {
        const cut = measure
          .replace(/(?<=\w) (?=\w)/g, '\n')
          .replaceAll('’', "'")
          .replaceAll('« ', '«\u00A0')
        expect(changesOf(withMeasure(measure), withMeasure(cut))).toEqual([])
      }),
    )
  })

  it('names each part, a request by its addressee, and leaves the reasons alone', () => {
    const after = source
      .replace('title: Un guichet', 'title: Deux guichets')
      .replace('partis: Voter la loi.', 'partis: Voter la loi vite.')
      .replace('Un constat.', 'Deux constats.')
    expect(changesOf(source, after).map(({ part }) => part)).toEqual(['title', 'requests.partis'])
  })

  it('a footnote or a link address in use is part of the text', () => {
    const before = withMeasure(
      'Deux jours[^n], voir [la loi][l].\n\n[^n]: Au moins.\n\n[l]: https://example.org/1',
    )
    const after = before.replace('Au moins', 'Au plus').replace('org/1', 'org/2')
    const [change] = changesOf(before, after)
    expect(
      change?.pieces.filter(({ same }) => !same).map(({ old, new: young }) => `${old}→${young}`),
    ).toEqual(['moins→plus', 'https://example.org/1→https://example.org/2'])
  })
})
