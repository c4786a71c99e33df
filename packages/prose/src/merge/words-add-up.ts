import { COMMON_LETTERS, hasUncommonLetters } from '../letters.ts'
import { commonEnds } from './common-ends.ts'
import type { MergePiece } from './merge-piece.ts'
import { remembered } from './remembered.ts'

/**
 * Whether a merge holds each word as often as it should: ours + theirs − base, and when both sides
 * added it, or both removed it, anything from there to what one side has. What is in conflict is
 * left out of the count.
 */
export function wordsAddUp(texts: Whole, merge: readonly MergePiece[]): boolean {
  const [whole, pieces] = withoutTail(...withoutHead(texts, merge))
  const counts = new Map<string, [base: number, ours: number, theirs: number, merged: number]>()
  const count = (text: string, column: 0 | 1 | 2 | 3, by: number) => {
    for (const [word, times] of countedIn(text)) {
      const row = counts.get(word) ?? [0, 0, 0, 0]
      row[column] += by * times
      counts.set(word, row)
    }
  }
  count(whole.base, 0, 1)
  count(whole.ours, 1, 1)
  count(whole.theirs, 2, 1)
  for (const piece of pieces) {
    if (piece.kind === 'settled') count(piece.text, 3, 1)
    else {
      count(piece.base, 0, -1)
      count(piece.ours, 1, -1)
      count(piece.theirs, 2, -1)
    }
  }
  return [...counts.values()].every(([base, ours, theirs, merged]) => {
    const sum = ours + theirs - base
    const alike = (ours > base && theirs > base) || (ours < base && theirs < base)
    return (
      merged >= (alike ? Math.min(sum, ours, theirs) : sum) &&
      merged <= (alike ? Math.max(sum, ours, theirs) : sum)
    )
  })
}

type Whole = Readonly<Record<'base' | 'ours' | 'theirs', string>>

/** The same without the lines that all begin with, which add as much to each count. */
function withoutHead(
  { base, ours, theirs }: Whole,
  pieces: readonly MergePiece[],
): readonly [Whole, readonly MergePiece[]] {
  const [first, ...rest] = pieces
  if (first?.kind !== 'settled') return [{ base, ours, theirs }, pieces]
  const { head } = commonEnds([base, ours, theirs, first.text])
  const start = base.slice(0, head).lastIndexOf('\n') + 1
  return [
    { base: base.slice(start), ours: ours.slice(start), theirs: theirs.slice(start) },
    [{ kind: 'settled', text: first.text.slice(start) }, ...rest],
  ]
}

/** The same without the lines that all end with. */
function withoutTail(
  { base, ours, theirs }: Whole,
  pieces: readonly MergePiece[],
): readonly [Whole, readonly MergePiece[]] {
  const last = pieces.at(-1)
  if (last?.kind !== 'settled') return [{ base, ours, theirs }, pieces]
  const { tail } = commonEnds([base, ours, theirs, last.text])
  const ends = base.slice(base.length - tail)
  const rest = ends.includes('\n') ? ends.length - ends.indexOf('\n') - 1 : 0
  const cut = (text: string) => text.slice(0, text.length - rest)
  return [
    { base: cut(base), ours: cut(ours), theirs: cut(theirs) },
    [...pieces.slice(0, -1), { kind: 'settled', text: cut(last.text) }],
  ]
}

/**
 * How often each word comes, each sign of Chinese or Japanese, and each sign that opens or closes
 * code or a quotation.
 */
const countedIn = remembered((text): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>()
  const pattern = hasUncommonLetters(text)
    ? /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+|[`"]/gu
    : COMMON
  for (const word of text.match(pattern) ?? []) counted.set(word, (counted.get(word) ?? 0) + 1)
  return counted
})

const COMMON = new RegExp(`[${COMMON_LETTERS}]+|[\`"]`, 'g')
