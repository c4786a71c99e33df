// @module-tag long
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Granularity } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

/** A change of one sentence of a text, by one of several people. */
interface Change {
  readonly block: number
  readonly sentence: number
  readonly by: number
  readonly what: 'word' | 'rewrite' | 'remove' | 'add' | 'add-block' | 'remove-block'
  readonly words: string
}

const WORDS = [
  'la',
  'commune',
  'le',
  'de',
  'guichet',
  'l’eau',
  'ouvre',
  'un',
  '3 000 €',
  'pour',
  '[lien](https://exemple.fr/a)',
  '**tous**',
  'sans',
  'droit',
]
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 9 })
  .map((some) => some.join(' '))
const sentence = words.map((some) => `Chaque ${some}.`)
const block = fc.record({
  sign: fc.constantFrom('', '', '- ', '## '),
  sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
})
type Block = { readonly sign: string; readonly sentences: readonly string[] }
const change = (people: number): fc.Arbitrary<Change> =>
  fc.record({
    block: fc.nat(),
    sentence: fc.nat(),
    by: fc.nat(people - 1),
    what: fc.constantFrom('word', 'word', 'rewrite', 'remove', 'add', 'add-block', 'remove-block'),
    words,
  })
const changed = (people: number) =>
  fc.tuple(
    fc.array(block, { minLength: 3, maxLength: 8 }).map((blocks) => blocks.map(named)),
    fc.array(change(people), { minLength: 2, maxLength: 5 }),
  )

/** Of two equal paragraphs, nobody can say which was changed: each sentence has a name. */
function named({ sign, sentences }: Block, place: number): Block {
  return {
    sign,
    sentences: sentences.map((old, index) => old.replace('Chaque', `Chaque n${place}x${index}`)),
  }
}

const granularity = fc.constantFrom<Granularity>('sentence', 'word')

/** The changes that touch no sentence that another does. */
function apart(blocks: readonly Block[], changes: readonly Change[]): readonly Change[] {
  const taken = new Set<string>()
  return changes.flatMap((one) => {
    const at = one.block % blocks.length
    const count = blocks[at]?.sentences.length ?? 1
    const inside = one.sentence % count
    const touched = one.what.endsWith('block')
      ? Array.from({ length: count }, (_, index) => index)
      : [inside]
    const names = touched.map((index) => `${at} ${index}`)
    if (names.some((name) => taken.has(name))) return []
    for (const name of names) taken.add(name)
    return [{ ...one, block: at, sentence: inside }]
  })
}

function written(
  blocks: readonly Block[],
  changes: readonly Change[],
  by: (person: number) => boolean,
): string {
  const out = blocks.flatMap(({ sign, sentences }, at): readonly Block[] => {
    const here = changes.filter((one) => one.block === at && by(one.by))
    if (here.some(({ what }) => what === 'remove-block')) return []
    const added = here
      .filter(({ what }) => what === 'add-block')
      .map(({ words: some }) => ({ sign: '', sentences: [`Neuf ${some}.`] }))
    const kept = sentences.flatMap((old, index) => {
      const one = here.find((some) => some.sentence === index && !some.what.endsWith('block'))
      if (one === undefined) return [old]
      if (one.what === 'remove') return []
      if (one.what === 'add') return [old, `Neuve ${one.words}.`]
      if (one.what === 'rewrite') return [`Autre ${one.words}.`]
      return [old.replace(/ \S+\.$/, ` ${one.words.split(' ')[0]} changé.`)]
    })
    return [...(kept.length === 0 ? [] : [{ sign, sentences: kept }]), ...added]
  })
  return out.map(({ sign, sentences }) => `${sign}${sentences.join(' ')}\n`).join('\n')
}

function merge(base: string, ours: string, theirs: string, how: Granularity) {
  return writeMerge(mergeText({ base, ours, theirs }, how).pieces, {
    style: 'merge',
    labels: ['ours', 'base', 'theirs'],
    markerSize: 7,
  })
}

describe('changes of different sentences', () => {
  it('are all there, or a conflict: no clean merge loses, doubles or moves a word', () => {
    fc.assert(
      fc.property(changed(2), granularity, ([blocks, all], how) => {
        const changes = apart(blocks, all)
        const text = (by: (person: number) => boolean) => written(blocks, changes, by)
        const merged = mergeText(
          { base: text(() => false), ours: text((by) => by === 0), theirs: text((by) => by === 1) },
          how,
        )
        const { text: result, conflicts } = writeMerge(merged.pieces, {
          style: 'merge',
          labels: ['ours', 'base', 'theirs'],
          markerSize: 7,
        })
        if (merged.beyondLines && conflicts === 0) expect(result).toBe(text(() => true))
      }),
      { numRuns: 250 },
    )
  })

  it('of three people give the same bytes in whatever order they come', () => {
    fc.assert(
      fc.property(changed(3), granularity, ([blocks, all], how) => {
        const changes = apart(blocks, all)
        const base = written(blocks, changes, () => false)
        const each = [0, 1, 2].map((person) => written(blocks, changes, (by) => by === person))
        const results = new Set<string>()
        for (const order of [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ]) {
          let text: string | null = base
          for (const person of order) {
            const merged: { text: string; conflicts: number } | null =
              text === null ? null : merge(base, text, each[person] ?? base, how)
            text = merged === null || merged.conflicts > 0 ? null : merged.text
          }
          if (text !== null) results.add(text)
        }
        expect(results.size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 80 },
    )
  })
})
