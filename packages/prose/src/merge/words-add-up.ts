import type { MergePiece } from './merge-piece.ts'

/**
 * Whether a merge holds each word as often as it should: ours + theirs − base, and when both sides added it, or both removed it, anything
 * from there to what one side has. What is in conflict is left out of the count.
 */
export function wordsAddUp(
  whole: { readonly base: string; readonly ours: string; readonly theirs: string },
  pieces: readonly MergePiece[],
): boolean {
  const counts = new Map<string, [base: number, ours: number, theirs: number, merged: number]>()
  const count = (text: string, column: 0 | 1 | 2 | 3, by: number) => {
    for (const word of text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+|[`"]/gu) ?? []) {
      const row = counts.get(word) ?? [0, 0, 0, 0]
      row[column] += by
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
    return merged >= (alike ? Math.min(sum, ours, theirs) : sum) && merged <= (alike ? Math.max(sum, ours, theirs) : sum)
  })
}
