// @module-tag long
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edits, frenchMarkdown } from '../samples/random-markdown.ts'
import { applyHunks } from './apply-hunks.ts'
import { baseText } from './base-text.ts'
import { carryHunks } from './carry-hunks.ts'
import { acceptAll, readCriticMarkup, refuseAll } from './criticmarkup.ts'
import type { Hunk } from './hunk.ts'
import { readHunks } from './read-hunks.ts'
import { isConflict, relationOf } from './relation.ts'
import { sameProse, writeMarks } from './write-marks.ts'

/** The hunks of the amendment that edits make; none when they change nothing. */
function hunksFrom(base: string, edited: string): readonly Hunk[] {
  const written = writeMarks(base, edited)
  if (written === 'unchanged') return []
  if (written === 'unwritable') throw new Error('these edits cannot be marked')
  const placed = readHunks(baseText(base), written.marked, written.at)
  if ('misplaced' in placed) throw new Error(placed.misplaced)
  return placed.hunks
}

const words = (text: string) => [...(text.match(/[\p{L}\p{N}]+/gu) ?? [])].sort()

describe('whatever is edited', { timeout: 60_000 }, () => {
  it('the amendment made again gives the edited text, and made not at all the text before', () => {
    fc.assert(
      fc.property(frenchMarkdown, edits, (base, edit) => {
        const hunks = hunksFrom(base, edit(base))
        const again = applyHunks(base, hunks)
        expect(sameProse(again.trimEnd(), edit(base).trimEnd())).toBe(true)
        expect(words(again)).toEqual(words(hunks.length === 0 ? base : edit(base)))
        expect(applyHunks(base, [])).toBe(base)
      }),
      { numRuns: 100 },
    )
  })

  it('the marked text refused is made of blocks of the base, and accepted of blocks of the edited text', () => {
    fc.assert(
      fc.property(frenchMarkdown, edits, (base, edit) => {
        const written = writeMarks(base, edit(base))
        if (typeof written === 'string') return
        const { pieces } = readCriticMarkup(written.marked)
        const known = baseText(base).blocks.map(({ text }) => text)
        expect(baseText(refuseAll(pieces)).blocks.map(({ text }) => text)).toEqual(
          written.at.map((ordinal) => known[ordinal - 1]),
        )
        expect(words(acceptAll(pieces)).every((word) => words(edit(base)).includes(word))).toBe(
          true,
        )
      }),
      { numRuns: 80 },
    )
  })

  it('line ends of Windows change nothing but themselves', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n')
    fc.assert(
      fc.property(frenchMarkdown, edits, (base, edit) => {
        const hunks = hunksFrom(base, edit(base))
        expect(applyHunks(windows(base), hunks)).toBe(windows(applyHunks(base, hunks)))
      }),
      { numRuns: 60 },
    )
  })

  it('how two amendments relate does not depend on who comes first; when they go together, neither does the text, and no word is lost', () => {
    fc.assert(
      fc.property(frenchMarkdown, edits, edits, (base, one, other) => {
        const [a, b] = [hunksFrom(base, one(base)), hunksFrom(base, other(base))]
        const relation = relationOf(a, b)
        expect(relationOf(b, a)).toBe(relation)
        if (a.length > 0) expect(relationOf(a, a)).toBe('identical')
        if (isConflict(relation)) return
        const text = applyHunks(base, [...a, ...b])
        expect(applyHunks(base, [...b, ...a])).toBe(text)
        const known = new Set([...words(base), ...words(one(base)), ...words(other(base))])
        expect(words(text).filter((word) => !known.has(word))).toEqual([])
        // Typography alone gives way to whoever changes the words.
        const worded = [...a, ...b].filter((hunk) => !sameProse(hunk.old, hunk.new))
        const put = worded.flatMap((hunk) => words(hunk.new))
        for (const word of put) expect(words(text)).toContain(word)
      }),
      { numRuns: 100 },
    )
  })

  it('one after the other, in either order, two that go together make the text they make at once, or the second says that it has no place', () => {
    fc.assert(
      fc.property(frenchMarkdown, edits, edits, (base, one, other) => {
        const [a, b] = [hunksFrom(base, one(base)), hunksFrom(base, other(base))]
        if (isConflict(relationOf(a, b))) return
        const together = applyHunks(base, [...a, ...b])
        for (const [first, second] of [
          [a, b],
          [b, a],
        ] as const) {
          const now = applyHunks(base, first)
          const placed = carryHunks(second, baseText(base), baseText(now))
          if (!('misplaced' in placed))
            expect(words(applyHunks(now, placed.hunks))).toEqual(words(together))
        }
      }),
      { numRuns: 100 },
    )
  })
})
