import { OBJECT } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { type Leaf, leavesOf } from '../../print/leaf.ts'

/** An edit of printed text: `inserted` replaces the text between `start` and `end`. */
export interface PrintedEdit {
  readonly start: number
  readonly end: number
  readonly inserted: readonly Leaf[]
}

interface Token {
  readonly text: string
  /** An offset in the whole block. */
  readonly start: number
  readonly end: number
}

/**
 * Translates an amendment into edits of a printed block, whose notes, links and pictures it may
 * lack. Null when its words are not found for certain.
 */
export function editsOn(
  printed: readonly PhrasingContent[],
  amended: readonly PhrasingContent[],
): readonly PrintedEdit[] | null {
  const leaves = leavesOf(printed)
  const amendedLeaves = leavesOf(amended)
  // Only identical texts can be changed inside a word.
  const cutter =
    textOf(leaves) === textOf(amendedLeaves.filter(isOld)) ? /./gsu : /[\p{L}\p{M}\p{N}]+|./gsu
  const newer = tokensOf(leaves, cutter)
  const { old, insertions } = readAmended(amendedLeaves, cutter)
  const common = commonTokens(
    old.map(({ text }) => text),
    newer.map(({ text }) => text),
  )
  if (common === null) return null
  const gone = new Set(common.filter(([a]) => old[a]?.deleted).map(([, b]) => b))
  const places = new Map<number, (readonly Leaf[])[]>()
  const pairs = [[-1, -1] as const, ...common, [old.length, newer.length] as const]
  for (let index = 1; index < pairs.length; index++) {
    const [[before, youngBefore], [after, youngAfter]] = [
      pairs[index - 1] as readonly [number, number],
      pairs[index] as readonly [number, number],
    ]
    const missing = old.slice(before + 1, after)
    const between = newer.slice(youngBefore + 1, youngAfter)
    // A note in brackets in the amendment is a call in the printed block.
    if (
      missing.some(({ text }) => text.trim() !== '') &&
      !between.some(({ text }) => text === OBJECT)
    )
      return null
    const goes =
      missing.length > 0
        ? missing.every(({ deleted }) => deleted)
        : (old[before]?.deleted ?? true) && (old[after]?.deleted ?? true)
    if (goes && old.length > 0)
      for (let place = youngBefore + 1; place < youngAfter; place++) gone.add(place)
    for (const { at, leaves } of insertions.filter((one) => one.at > before && one.at <= after)) {
      const keeps = (from: number, to: number): boolean =>
        old.slice(from, to).some(({ deleted }) => !deleted)
      const place = keeps(at, after) && !keeps(before + 1, at) ? youngBefore + 1 : youngAfter
      places.set(place, [...(places.get(place) ?? []), leaves])
    }
  }
  return toEdits(newer, gone, places)
}

interface Amended {
  readonly old: readonly { readonly text: string; readonly deleted: boolean }[]
  /** Insertions, each before the old token of index `at`. */
  readonly insertions: readonly { readonly at: number; readonly leaves: readonly Leaf[] }[]
}

function readAmended(leaves: readonly Leaf[], cutter: RegExp): Amended {
  const old = tokensOf(leaves.filter(isOld), cutter)
  const deletedAt: boolean[] = []
  const insertions: { at: number; leaves: Leaf[] }[] = []
  let length = 0
  for (const leaf of leaves) {
    if (!isOld(leaf)) {
      const at = old.findIndex(({ end }) => end > length)
      const within = leaf.within.filter(({ type }) => type !== 'insertion' && type !== 'deletion')
      insertions.push({ at: at < 0 ? old.length : at, leaves: [{ ...leaf, within }] })
      continue
    }
    const deleted = leaf.within.some(({ type }) => type === 'deletion')
    for (let place = 0; place < leaf.text.length; place++) deletedAt.push(deleted)
    length += leaf.text.length
  }
  return {
    old: old.map(({ text, start }) => ({ text, deleted: deletedAt[start] ?? false })),
    insertions,
  }
}

function isOld({ within }: Leaf): boolean {
  return within.every(({ type }) => type !== 'insertion')
}

function textOf(leaves: readonly Leaf[]): string {
  return leaves.map(({ text }) => text).join('')
}

// A token never spans two leaves, since one of them may be deleted.
function tokensOf(leaves: readonly Leaf[], cutter: RegExp): Token[] {
  let offset = 0
  return leaves.flatMap(({ text }) => {
    const tokens = [...text.matchAll(cutter)].map(
      ({ 0: token, index }): Token => ({
        text: token,
        start: offset + index,
        end: offset + index + token.length,
      }),
    )
    offset += text.length
    return tokens
  })
}

function toEdits(
  newer: readonly Token[],
  gone: ReadonlySet<number>,
  places: ReadonlyMap<number, readonly (readonly Leaf[])[]>,
): PrintedEdit[] {
  const edits: PrintedEdit[] = []
  const total = newer.at(-1)?.end ?? 0
  for (let place = 0; place <= newer.length; place++) {
    const inserted = (places.get(place) ?? []).flat()
    const start = newer[place]?.start ?? total
    const end = gone.has(place) ? (newer[place]?.end ?? total) : start
    if (inserted.length === 0 && end === start) continue
    const last = edits.at(-1)
    if (last !== undefined && last.end === start && (last.inserted.length === 0 || end === start))
      edits[edits.length - 1] = {
        start: last.start,
        end,
        inserted: [...last.inserted, ...inserted],
      }
    else edits.push({ start, end, inserted })
  }
  return edits
}

/**
 * The longest common subsequence of two token lists, as pairs of indices; null when it would take
 * too long. Unlike `commonRun` of prose, it aligns a note call with its brackets.
 */
function commonTokens(
  old: readonly string[],
  newer: readonly string[],
): readonly (readonly [number, number])[] | null {
  let start = 0
  while (start < old.length && start < newer.length && old[start] === newer[start]) start++
  let tail = 0
  while (
    tail < old.length - start &&
    tail < newer.length - start &&
    old[old.length - 1 - tail] === newer[newer.length - 1 - tail]
  )
    tail++
  const middle = longest(
    old.slice(start, old.length - tail),
    newer.slice(start, newer.length - tail),
  )
  if (middle === null) return null
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from(
      { length: tail },
      (_, index) => [old.length - tail + index, newer.length - tail + index] as const,
    ),
  ]
}

const LARGEST = 1_000_000

function longest(
  old: readonly string[],
  newer: readonly string[],
): readonly (readonly [number, number])[] | null {
  const width = newer.length + 1
  if ((old.length + 1) * width > LARGEST) return null
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = newer.length - 1; b >= 0; b--)
      lengths[a * width + b] =
        old[a] === newer[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  const pairs: (readonly [number, number])[] = []
  for (let a = 0, b = 0; a < old.length && b < newer.length; ) {
    if (old[a] === newer[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}
