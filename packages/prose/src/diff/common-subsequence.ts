import { countWhile } from '../bisect.ts'
import { groupedBy } from '../grouped-by.ts'

/** The indices of two equal items, in the old and in the new list. */
export type Pair = readonly [number, number]

type Row<T> = Pick<readonly T[], 'length' | 'entries' | number> & {
  slice(start: number, end: number): Row<T>
}

/** With more edits than this, the exact search would be too slow: the lists are split first. */
const MOST_EDITS = 300

/**
 * The longest common subsequence of two lists, as pairs in order (Myers 1986, greedy, O(ND)). When
 * the lists differ much, the result may be shorter than the longest, to save time.
 */
export function commonSubsequence<T>(old: readonly T[], young: readonly T[]): readonly Pair[] {
  return betweenEnds(old, young, (left, right) => middleRun(...numbered(left, right)))
}

function numbered<T>(old: readonly T[], young: readonly T[]): readonly [Int32Array, Int32Array] {
  const known = new Map<T, number>()
  const numbersOf = (row: readonly T[]) => {
    const numbers = new Int32Array(row.length)
    row.forEach((item, place) => {
      const number = known.get(item) ?? known.size
      if (number === known.size) known.set(item, number)
      numbers[place] = number
    })
    return numbers
  }
  return [numbersOf(old), numbersOf(young)]
}

function betweenEnds<R extends Row<unknown>>(
  old: R,
  young: R,
  between: (left: R, right: R) => readonly Pair[],
) {
  const pairs: Pair[] = []
  let head = 0
  while (head < old.length && head < young.length && old[head] === young[head])
    pairs.push([head, head++])
  let tail = 0
  while (
    tail < old.length - head &&
    tail < young.length - head &&
    old[old.length - 1 - tail] === young[young.length - 1 - tail]
  )
    tail += 1
  if (head + tail < old.length && head + tail < young.length) {
    const middle = between(
      old.slice(head, old.length - tail) as R,
      young.slice(head, young.length - tail) as R,
    )
    for (const [o, y] of middle) pairs.push([o + head, y + head])
  }
  for (let i = tail; i > 0; i--) pairs.push([old.length - i, young.length - i])
  return pairs
}

function middleRun(old: Int32Array, young: Int32Array) {
  const isFar = old.length + young.length > MOST_EDITS && leastSteps(old, young) > MOST_EDITS
  return (isFar ? null : shortestScript(old, young)) ?? anchoredRunOf(old, young)
}

function leastSteps(old: Int32Array, young: Int32Array) {
  const more = new Map<number, number>()
  for (const item of old) more.set(item, (more.get(item) ?? 0) + 1)
  for (const item of young) more.set(item, (more.get(item) ?? 0) - 1)
  let steps = 0
  for (const times of more.values()) steps += Math.abs(times)
  return steps
}

function shortestScript(old: Int32Array, young: Int32Array): readonly Pair[] | null {
  const trace: Int32Array[] = []
  const most = Math.min(MOST_EDITS, old.length + young.length)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  for (let steps = 0; steps <= most; steps++) {
    for (let k = -steps; k <= steps; k += 2) {
      const [before, after] = [at(furthest, middle + k - 1), at(furthest, middle + k + 1)]
      let x = k === -steps || (k !== steps && before < after) ? after : before + 1
      while (x < old.length && x - k < young.length && old[x] === young[x - k]) x += 1
      furthest[middle + k] = x
      if (x >= old.length && x - k >= young.length)
        return backwards(trace, steps, old.length, young.length)
    }
    trace.push(furthest.slice(middle - steps - 1, middle + steps + 2))
  }
  return null
}

function backwards(trace: readonly Int32Array[], steps: number, endX: number, endY: number) {
  const pairs: Pair[] = []
  let x = endX
  let y = endY
  for (let d = steps; d > 0; d--) {
    const row = trace[d - 1] as Int32Array
    const k = x - y
    const value = (diagonal: number) => at(row, diagonal + d)
    const down = k === -d || (k !== d && value(k - 1) < value(k + 1))
    const beforeK = down ? k + 1 : k - 1
    const beforeX = value(beforeK)
    const startX = down ? beforeX : beforeX + 1
    while (x > startX) pairs.push([--x, --y])
    x = beforeX
    y = beforeX - beforeK
  }
  while (x > 0) pairs.push([--x, --y])
  return pairs.reverse()
}

function anchoredRunOf(old: Int32Array, young: Int32Array): readonly Pair[] {
  const unique = risingPairs(uniquePairs(old, young))
  const anchors = unique.length > 0 ? unique : risingPairs(evenPairs(old, young))
  if (anchors.length === 0) return []
  return pairsAround(anchors, old.length, young.length, ([o, y], [nextO, nextY]) =>
    betweenEnds(old.subarray(o, nextO), young.subarray(y, nextY), middleRun),
  )
}

/**
 * The given pairs, and the pairs between them. The indices that `between` returns count from
 * `from`.
 */
export function pairsAround(
  anchors: readonly Pair[],
  oldLength: number,
  youngLength: number,
  between: (from: Pair, to: Pair) => readonly Pair[],
): readonly Pair[] {
  const pairs: Pair[] = []
  let [o, y] = [0, 0]
  for (const anchor of [...anchors, [oldLength, youngLength] as const]) {
    for (const [a, b] of between([o, y], anchor)) pairs.push([a + o, b + y])
    if (anchor[0] < oldLength) pairs.push(anchor)
    o = anchor[0] + 1
    y = anchor[1] + 1
  }
  return pairs
}

/** Pairs of items that occur once in each list, in the order of the old list. */
export function uniquePairs<T>(old: Row<T>, young: Row<T>): readonly Pair[] {
  const inYoung = onceIn(young)
  return [...onceIn(old)].flatMap(([item, o]) => {
    const y = inYoung.get(item)
    return y === undefined ? [] : [[o, y]]
  })
}

function evenPairs<T>(old: Row<T>, young: Row<T>) {
  const [inOld, inYoung] = [placesIn(old), placesIn(young)]
  return [...inOld]
    .flatMap(([item, places]): Pair[] => {
      const others = inYoung.get(item) ?? []
      return others.length === places.length
        ? places.map((place, index) => [place, others[index] ?? 0])
        : []
    })
    .sort((one, other) => one[0] - other[0])
}

function placesIn<T>(row: Row<T>) {
  const all = Array.from(row.entries(), ([place]) => place)
  return groupedBy(all, (place) => row[place] as T)
}

/**
 * The longest chain of pairs where both indices rise (patience sorting). `pairs` must be sorted.
 */
export function risingPairs(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = []
  const before: number[] = []
  pairs.forEach(([, y], index) => {
    const low = countWhile(piles, (pile) => (pairs[pile] as Pair)[1] < y)
    before[index] = low > 0 ? (piles[low - 1] as number) : -1
    piles[low] = index
  })
  const chosen: Pair[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = before[index] as number)
    chosen.push(pairs[index] as Pair)
  return chosen.reverse()
}

function onceIn<T>(row: Row<T>) {
  const places = new Map<T, number>()
  const again = new Set<T>()
  for (const [place, item] of row.entries()) {
    if (places.has(item)) again.add(item)
    else places.set(item, place)
  }
  for (const item of again) places.delete(item)
  return places
}

function at(row: Int32Array, index: number) {
  return row[index] ?? 0
}

/**
 * One change: items `[oldStart, oldEnd)` became `[newStart, newEnd)`. An empty range means an
 * insertion or a deletion.
 */
export interface DiffHunk {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/** The changes between the pairs of a common subsequence of two lists. */
export function hunksBetween(
  pairs: readonly Pair[],
  oldLength: number,
  newLength: number,
): readonly DiffHunk[] {
  const hunks: DiffHunk[] = []
  let oldStart = 0
  let newStart = 0
  for (const [o, n] of [...pairs, [oldLength, newLength] as const]) {
    if (o > oldStart || n > newStart) hunks.push({ oldStart, oldEnd: o, newStart, newEnd: n })
    oldStart = o + 1
    newStart = n + 1
  }
  return hunks
}

/**
 * How far an insertion or deletion can move, in items, with the same result: `back` is 0 or
 * negative, `on` is 0 or positive.
 */
export function slideRange<Item>(
  { oldStart, oldEnd, newStart, newEnd }: DiffHunk,
  old: readonly Item[],
  young: readonly Item[],
  least: number,
  most: number,
): readonly [back: number, on: number] {
  if (oldStart < oldEnd && newStart < newEnd) return [0, 0]
  const items = oldStart === oldEnd ? young : old
  const [start, end] = oldStart === oldEnd ? [newStart, newEnd] : [oldStart, oldEnd]
  let back = 0
  while (back > least && items[start + back - 1] === items[end + back - 1]) back -= 1
  let on = 0
  while (on < most && items[start + on] === items[end + on]) on += 1
  return [back, on]
}

export function shiftedHunk(
  { oldStart, oldEnd, newStart, newEnd }: DiffHunk,
  by: number,
): DiffHunk {
  return {
    oldStart: oldStart + by,
    oldEnd: oldEnd + by,
    newStart: newStart + by,
    newEnd: newEnd + by,
  }
}
