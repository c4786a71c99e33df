import type { MergePiece, ThreeTexts } from './merge-piece.ts'

/**
 * True when a merge has each word the right number of times: ours + theirs − base. When each side
 * added a word, or each side deleted it, any number between this sum and the number in a side is
 * right. Conflicts are not counted.
 */
export function wordsAddUp(texts: ThreeTexts, merge: readonly MergePiece[]): boolean {
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

/** The texts and the merge without their common first lines, which change no sum. */
function withoutHead(
  { base, ours, theirs }: ThreeTexts,
  pieces: readonly MergePiece[],
): readonly [ThreeTexts, readonly MergePiece[]] {
  const [first, ...rest] = pieces
  if (first?.kind !== 'settled') return [{ base, ours, theirs }, pieces]
  const { head } = commonEnds([base, ours, theirs, first.text])
  const start = base.slice(0, head).lastIndexOf('\n') + 1
  return [
    { base: base.slice(start), ours: ours.slice(start), theirs: theirs.slice(start) },
    [{ kind: 'settled', text: first.text.slice(start) }, ...rest],
  ]
}

function withoutTail(
  { base, ours, theirs }: ThreeTexts,
  pieces: readonly MergePiece[],
): readonly [ThreeTexts, readonly MergePiece[]] {
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

/** Occurrences of each word, Chinese or Japanese character, backtick and straight quote. */
function countedIn(text: string): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const word of text.match(COUNTED) ?? []) counted.set(word, (counted.get(word) ?? 0) + 1)
  return counted
}

const COUNTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+|[`"]/gu

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

const STEP = 128

function commonHead(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let head = 0
  while (head + STEP <= most && one.startsWith(other.slice(head, head + STEP), head)) head += STEP
  while (head < most && one.charCodeAt(head) === other.charCodeAt(head)) head += 1
  return head
}

function commonTail(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  const [end, otherEnd] = [one.length, other.length]
  let tail = 0
  while (
    tail + STEP <= most &&
    one.startsWith(other.slice(otherEnd - tail - STEP, otherEnd - tail), end - tail - STEP)
  )
    tail += STEP
  while (tail < most && one.charCodeAt(end - tail - 1) === other.charCodeAt(otherEnd - tail - 1))
    tail += 1
  return tail
}
