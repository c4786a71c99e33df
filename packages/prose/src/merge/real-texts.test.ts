// @module-tag long
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptAll,
  diffAsCriticMarkup,
  readCriticMarkup,
  refuseAll,
} from '../criticmarkup/criticmarkup.ts'
import { diffText } from '../diff/diff-text.ts'
import type { Granularity } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const axes = join(import.meta.dirname, '../../../../programme/axes')
const texts = readdirSync(axes, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => readFileSync(join(axes, path), 'utf8'))
const sentences = texts.map((text) =>
  [...text.matchAll(/\p{Lu}[^.!?\n|]{30,}[.!?](?=\s)/gu)].map(
    (match) => [match.index, match[0]] as const,
  ),
)
const all = sentences.flat().map(([, sentence]) => sentence)

/** What somebody does to the n-th sentence of a text, with words of other sentences. */
interface Edit {
  readonly at: number
  readonly by: 0 | 1
  readonly what: 'word' | 'words' | 'shorten' | 'rewrite' | 'add' | 'paragraph'
  readonly with: number
  readonly inside: number
}

const edit = fc.record({
  at: fc.nat(),
  by: fc.constantFrom(0 as const, 1 as const),
  what: fc.constantFrom(
    'word',
    'word',
    'words',
    'shorten',
    'rewrite',
    'add',
    'paragraph',
  ) as fc.Arbitrary<Edit['what']>,
  with: fc.nat(),
  inside: fc.nat(),
})
/** A text, and edits of sentences that stand near each other, none twice. */
const edited = fc
  .record({
    text: fc.nat(texts.length - 1),
    from: fc.nat(),
    edits: fc.array(edit, { minLength: 2, maxLength: 5 }),
  })
  .filter(({ text }) => (sentences[text]?.length ?? 0) > 6)
  .map(({ text, from, edits }) => {
    const here = sentences[text] as readonly (readonly [number, string])[]
    const first = from % (here.length - 5)
    const placed = edits.map((one) => ({ ...one, at: first + (one.at % 5) }))
    const alone = placed.filter(
      (one, index) => placed.findIndex(({ at }) => at === one.at) === index,
    )
    return { base: texts[text] as string, here, edits: alone }
  })

function written(
  base: string,
  here: readonly (readonly [number, string])[],
  edits: readonly Edit[],
): string {
  return [...edits]
    .sort((a, b) => b.at - a.at)
    .reduce((text, one) => {
      const [start, sentence] = here[one.at] as readonly [number, string]
      const rest = text.slice(start + sentence.length)
      if (one.what !== 'paragraph') return text.slice(0, start) + changed(sentence, one) + rest
      const end = rest.indexOf('\n\n')
      return end < 0
        ? text
        : `${text.slice(0, start)}${sentence}${rest.slice(0, end)}\n\n${other(one)}${rest.slice(end)}`
    }, base)
}

function other({ with: which }: Edit): string {
  return all[which % all.length] as string
}

function changed(sentence: string, one: Edit): string {
  if (one.what === 'rewrite') return other(one)
  if (one.what === 'add') return `${sentence} ${other(one)}`
  const words = sentence.split(' ')
  const young = other(one).split(' ').slice(1, -1)
  const at = 1 + (one.inside % (words.length - 2))
  if (one.what === 'word') words.splice(at, 1, young[one.inside % young.length] ?? 'mot')
  if (one.what === 'words') words.splice(at, 0, ...young.slice(0, 3))
  if (one.what === 'shorten') words.splice(at, 1)
  return words.join(' ')
}

const granularity = fc.constantFrom<Granularity>('sentence', 'word')
const merge = (base: string, ours: string, theirs: string, how: Granularity) => {
  const { pieces, beyondLines } = mergeText({ base, ours, theirs }, how)
  return {
    ...writeMerge(pieces, { style: 'merge', labels: ['ours', 'base', 'theirs'], markerSize: 7 }),
    pieces,
    beyondLines,
  }
}

describe('on the texts of the programme', () => {
  it('two people who change different sentences are both heard, or asked: no word is lost, doubled or moved', () => {
    fc.assert(
      fc.property(edited, granularity, ({ base, here, edits }, how) => {
        const [ours, theirs] = ([0, 1] as const).map((person) =>
          written(
            base,
            here,
            edits.filter(({ by }) => by === person),
          ),
        )
        const both = written(base, here, edits)
        const { text, conflicts, beyondLines } = merge(base, ours as string, theirs as string, how)
        if (conflicts > 0 || !beyondLines) return
        // Two additions at one place may stand in either order; that is a conflict, never a guess.
        expect(text).toBe(both)
        for (const [one, two] of [
          [text, theirs],
          [ours, text],
        ])
          expect(merge(base, one as string, two as string, how).text).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('sides swapped give the same text and the same conflicts, sides swapped', () => {
    fc.assert(
      fc.property(edited, granularity, ({ base, here, edits }, how) => {
        const [ours = '', theirs = ''] = [0, 1].map((person) =>
          written(
            base,
            here,
            edits.filter(({ by, what }) => by === person || what === 'word'),
          ),
        )
        const swapped = merge(base, theirs, ours, how).pieces.map((piece) =>
          piece.kind === 'conflict' ? { ...piece, ours: piece.theirs, theirs: piece.ours } : piece,
        )
        expect(swapped).toEqual(merge(base, ours, theirs, how).pieces)
      }),
      { numRuns: 40 },
    )
  })

  it('a difference accepted is the new text, refused the old one', () => {
    fc.assert(
      fc.property(edited, ({ base, here, edits }) => {
        const young = written(base, here, edits)
        const { pieces } = readCriticMarkup(diffAsCriticMarkup(diffText(base, young)))
        expect([refuseAll(pieces), acceptAll(pieces)]).toEqual([base, young])
      }),
      { numRuns: 40 },
    )
  })
})
