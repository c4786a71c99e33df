import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { p } from '../samples/sample-nodes.ts'
import { wordIndex, wordReader } from './word-index.ts'
import { indexLeaves } from './word-index-pages.ts'

const read = wordReader('fr')

describe('the words of a text', () => {
  it('are without grammar, elisions, inversions, addresses and figures', () => {
    expect(
      read(
        'Les eaux\u202F: l’eau qu’on pompe-t-elle\u202F? Voir https://example.org/eau en 2024, chez les élu·es de l’UE (5G).',
      ),
    ).toEqual(['eaux', 'eau', 'pompe', 'Voir', 'élu', 'UE', '5G'])
  })

  it('are read once, were they of nothing but hyphens', () => {
    expect(read(`guichet a${'-'.repeat(200_000)}z`)).toContain('guichet')
  })
})

describe('the index', () => {
  const labels = (...texts: string[]) => wordIndex(withParagraphs(texts)).map(({ label }) => label)

  it('sorts accents after letters, as in a French dictionary, whatever the capitals', () => {
    expect(labels('zone État écran œuvre étable Ohio')).toEqual([
      'écran',
      'étable',
      'État',
      'œuvre',
      'Ohio',
      'zone',
    ])
  })

  it('puts a plural with its singular, and keeps the capitals of names', () => {
    expect(labels('Guichet fermé', 'ces guichets, la CNIL')).toEqual([
      'CNIL',
      'fermé',
      'guichet, guichets',
    ])
  })

  it('leads to paragraphs, then to pages when a word is in too many of them', () => {
    const few = wordIndex(withParagraphs(Array.from({ length: 12 }, () => 'guichet')))
    const many = wordIndex(withParagraphs(Array.from({ length: 13 }, () => 'guichet')))
    expect(few[0]?.references.map(({ label }) => label)).toEqual(
      Array.from({ length: 12 }, (_, index) => `§1.${index + 1}`),
    )
    expect(many[0]?.references).toEqual([{ label: '§1', address: 'livre/index.html' }])
  })

  it('has every word of the text once, on one page, in order', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 30 }), { maxLength: 20 }), (texts) => {
        const index = wordIndex(withParagraphs(texts))
        const leaves = indexLeaves(index, sampleEdition)
        expect(leaves.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))).toEqual(
          index,
        )
        expect(new Set(leaves.map(({ path }) => path)).size).toBe(leaves.length)
        const forms = index.flatMap(({ label }) => label.toLowerCase().split(', '))
        expect(new Set(forms)).toEqual(
          new Set(texts.flatMap((text) => read(text)).map((word) => word.toLowerCase())),
        )
        expect(new Set(forms).size).toBe(forms.length)
      }),
    )
  })

  it('leads from words to their blocks, and from headings to the block below', () => {
    const index = wordIndex(sampleEdition)
    const of = (word: string) =>
      index
        .find(({ label }) => label.split(', ').includes(word))
        ?.references.map(({ label }) => label)
    expect(of('samedi')).toEqual(['§1.9'])
    expect(of('mégawatts')).toEqual(['§3.3'])
    expect(of('Calendrier')).toEqual(['§1.14'])
    expect(of('écran')).toEqual(['axe 1'])
    expect(of('pour')).toBeUndefined()
  })
})

function withParagraphs(texts: readonly string[]): Edition {
  const introduction = texts.map((text, index) => p(`1.${index + 1}`, index + 1, text))
  const chapter = {
    id: 'livre',
    number: 1,
    title: '',
    question: '',
    introduction,
    notes: [],
    measures: [],
    whole: '',
  }
  return { ...sampleEdition, kind: 'book', chapters: [chapter] }
}
