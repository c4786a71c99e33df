import {
  type MergePiece,
  mapSides,
  SIDES,
  settled,
  type Three,
  type ThreeTexts,
} from './merge-piece.ts'

/**
 * True when a merge has each word the right number of times: ours + theirs − base. Both sides may
 * add a word, or both may delete it. Then any number is right from this sum to the count in the
 * side that added or deleted it fewer times. Conflicts are not counted.
 */
export function wordsAddUp(texts: ThreeTexts, merge: readonly MergePiece[]): boolean {
  const [whole, pieces] = withoutEnds(texts, merge)
  const counts = new Map<string, number[]>()
  const count = (text: string, column: number, by: number) => {
    for (const [word] of text.matchAll(COUNTED)) {
      const row = counts.get(word) ?? [0, 0, 0, 0]
      row[column] = (row[column] ?? 0) + by
      counts.set(word, row)
    }
  }
  SIDES.forEach((side, column) => {
    count(whole[side], column, 1)
  })
  for (const piece of pieces) {
    if (piece.kind === 'settled') count(piece.text, MERGED, 1)
    else
      SIDES.forEach((side, column) => {
        count(piece[side], column, -1)
      })
  }
  return [...counts.values()].every(([base = 0, ours = 0, theirs = 0, merged = 0]) => {
    const sum = ours + theirs - base
    const alike = (ours > base && theirs > base) || (ours < base && theirs < base)
    return (
      merged >= (alike ? Math.min(sum, ours, theirs) : sum) &&
      merged <= (alike ? Math.max(sum, ours, theirs) : sum)
    )
  })
}

const MERGED = SIDES.length
/** A word, a Chinese or Japanese character, a backtick or a straight quote. */
const COUNTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+|[`"]/gu

/** The texts and the merge without their common first and last lines, which change no sum. */
function withoutEnds(
  texts: ThreeTexts,
  merge: readonly MergePiece[],
): readonly [Three<string>, readonly MergePiece[]] {
  const [first, last] = [merge[0], merge.at(-1)]
  const written = SIDES.map((side) => texts[side])
  const { head } = commonEnds([...written, first?.kind === 'settled' ? first.text : ''])
  const start = texts.base.slice(0, head).lastIndexOf('\n') + 1
  const cut = (text: string) => text.slice(start)
  const { tail } = commonEnds([
    ...written.map(cut),
    last?.kind === 'settled' ? (last === first ? cut(last.text) : last.text) : '',
  ])
  const ends = texts.base.slice(texts.base.length - tail)
  const rest = ends.includes('\n') ? ends.length - ends.indexOf('\n') - 1 : 0
  return [
    mapSides((side) => texts[side].slice(start, texts[side].length - rest)),
    merge.map((piece) =>
      piece.kind === 'conflict'
        ? piece
        : settled(
            piece.text.slice(
              piece === first ? start : 0,
              piece.text.length - (piece === last ? rest : 0),
            ),
          ),
    ),
  ]
}

/** The lengths of the common beginning of some texts, and of their common end after it. */
export function commonEnds(texts: readonly string[]): {
  readonly head: number
  readonly tail: number
} {
  const [first = '', ...others] = texts
  const least = Math.min(...texts.map(({ length }) => length))
  const head = Math.min(least, ...others.map((other) => commonHead(first, other)))
  const tail = Math.min(least - head, ...others.map((other) => commonTail(first, other)))
  return { head, tail }
}

function commonHead(one: string, other: string) {
  let head = 0
  while (head < one.length && one.charCodeAt(head) === other.charCodeAt(head)) head += 1
  return head
}

function commonTail(one: string, other: string) {
  const [end, otherEnd] = [one.length - 1, other.length - 1]
  let tail = 0
  while (tail <= end && one.charCodeAt(end - tail) === other.charCodeAt(otherEnd - tail)) tail += 1
  return tail
}
