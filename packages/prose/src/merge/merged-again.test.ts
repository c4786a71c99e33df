import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Granularity } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const merge = (base: string, ours: string, theirs: string, granularity: Granularity) =>
  writeMerge(mergeText({ base, ours, theirs }, granularity).pieces, {
    style: 'merge',
    labels: ['ours', 'base', 'theirs'],
    markerSize: 7,
  })

/**
 * Expects the merge of two changes of a text, and that it is still itself, merged again with
 * either.
 */
function expectToStand(base: string, [ours, theirs]: readonly [string, string], merged: string) {
  for (const granularity of ['sentence', 'word'] as const)
    for (const [one, other] of [
      [ours, theirs],
      [merged, theirs],
      [ours, merged],
    ] as const) {
      expect(merge(base, one, other, granularity)).toEqual({ text: merged, conflicts: 0 })
      expect(merge(base, other, one, granularity)).toEqual({ text: merged, conflicts: 0 })
    }
}

/** Ways to write a passage, as lines; passages of one kind have lines in common. */
const KINDS = {
  row: (words: string) => [
    '<tr>',
    `  <th>${words}</th>`,
    '  <td>',
    `    Chaque ${words}.`,
    '  </td>',
    '</tr>',
  ],
  item: (words: string) => [`- chaque ${words}`],
  paragraph: (words: string) => [`Chaque ${words}.`, ''],
  section: (words: string) => [`## ${words}`, '', `Chaque ${words}.`, ''],
}

const text = (...passages: readonly (readonly string[])[]) => `${passages.flat().join('\n')}\n`

describe('what git merges by itself is still itself, merged again with either side', () => {
  const { row, paragraph } = KINDS
  const [a, b, c, d] = ['guichet ouvert', 'école du soir', 'eau en régie', 'gare rouverte'].map(
    row,
  ) as [string[], string[], string[], string[]]

  it('a row of a table deleted by one, another inserted further on by the other', () => {
    expectToStand(text(a, b, c), [text(b, c), text(a, b, d, c)], text(b, d, c))
    expectToStand(text(a, b, c), [text(b, c), text(a, b, c, d)], text(b, c, d))
  })

  it('a paragraph moved by one, the one before its new place changed by the other', () => {
    const [one, two, three, four] = [
      'un mot suivi de bien d’autres',
      'deux mots ici',
      'trois mots là',
      'quatre mots enfin',
    ].map(paragraph) as [string[], string[], string[], string[]]
    const changed = paragraph('trente mots là')
    expectToStand(
      text(one, two, three, four),
      [text(two, three, one, four), text(one, two, changed, four)],
      text(two, changed, one, four),
    )
  })

  const passages = fc.record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    edits: fc.array(
      fc.record({
        what: fc.constantFrom('keep', 'keep', 'drop', 'reword', 'add'),
        by: fc.constantFrom(0, 1),
      }),
      {
        minLength: 2,
        maxLength: 6,
      },
    ),
  })
  it('whatever passages they change, delete and insert, with one unchanged between', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(
        passages,
        fc.constantFrom<Granularity>('sentence', 'word'),
        ({ kind, edits }, how) => {
          const write = (does: (by: number) => boolean) =>
            text(
              ...edits.flatMap(({ what, by }, at) => {
                const named = (name: string) => KINDS[kind](`${name}${at} mot${at} sans droit`)
                const old = named('vieux')
                const here =
                  !does(by) || what === 'keep'
                    ? [old]
                    : what === 'drop'
                      ? []
                      : what === 'reword'
                        ? [named('neuf')]
                        : [old, named('autre')]
                return [...here, named('calme')]
              }),
            )
          const base = write(() => false)
          const [ours, theirs] = [write((by) => by === 0), write((by) => by === 1)]
          const merged = write(() => true)
          expect(merge(base, ours, theirs, how)).toEqual({ text: merged, conflicts: 0 })
          for (const [one, other] of [
            [merged, theirs],
            [ours, merged],
          ] as const)
            expect(merge(base, one, other, how)).toEqual({ text: merged, conflicts: 0 })
        },
      ),
      { numRuns: 150 },
    )
  })
})
