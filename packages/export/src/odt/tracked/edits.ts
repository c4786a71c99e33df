import { OBJECT } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { type Leaf, leavesOf } from '../../print/leaf.ts'

/** An edit of printed text: `inserted` replaces the text between `start` and `end`. */
export interface PrintedEdit {
  readonly start: number
  readonly end: number
  readonly inserted: readonly Leaf[]
}

/** A word or sign, with its offsets in the whole block. */
interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Turns an amendment into edits of a printed block. The amendment may lack its notes, links or
 * pictures. Null when the words of the amendment cannot be located for certain.
 */
export function editsOn(
  printed: readonly PhrasingContent[],
  amended: readonly PhrasingContent[],
): readonly PrintedEdit[] | null {
  const leaves = leavesOf(printed)
  const amendedLeaves = leavesOf(amended)
  // Only identical texts are compared by letters, others by words.
  const isSame = textOf(leaves) === textOf(amendedLeaves.filter(isOld))
  const cutter = isSame ? /./gsu : /[\p{L}\p{M}\p{N}]+|./gsu
  const newer = tokensOf(leaves, cutter)
  const { old, insertions } = readAmended(amendedLeaves, cutter)
  const common = isSame
    ? newer.map((_, index): Pair => [index, index])
    : commonTokens(
        old.map(({ text }) => text),
        newer.map(({ text }) => text),
      )
  if (common === null) return null
  const gone = new Set(common.filter(([a]) => old[a]?.deleted).map(([, b]) => b))
  const places = new Map<number, readonly Leaf[]>()
  let [before, newerBefore] = [-1, -1]
  for (const [after, newerAfter] of [...common, [old.length, newer.length] as const]) {
    const missing = old.slice(before + 1, after)
    const between = newer.slice(newerBefore + 1, newerAfter)
    // Old words that are not printed must be a note, in brackets in the amendment.
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
      for (let place = newerBefore + 1; place < newerAfter; place++) gone.add(place)
    for (const { at, leaf } of insertions.filter((one) => one.at > before && one.at <= after)) {
      const keeps = (from: number, to: number): boolean =>
        old.slice(from, to).some(({ deleted }) => !deleted)
      const place = keeps(at, after) && !keeps(before + 1, at) ? newerBefore + 1 : newerAfter
      places.set(place, [...(places.get(place) ?? []), leaf])
    }
    before = after
    newerBefore = newerAfter
  }
  return toEdits(newer, gone, places)
}

interface Amended {
  readonly old: readonly { readonly text: string; readonly deleted: boolean }[]
  /** Insertions, each before the old token of index `at`. */
  readonly insertions: readonly { readonly at: number; readonly leaf: Leaf }[]
}

function readAmended(leaves: readonly Leaf[], cutter: RegExp): Amended {
  const old: { text: string; deleted: boolean }[] = []
  const insertions: { at: number; leaf: Leaf }[] = []
  for (const leaf of leaves) {
    if (isOld(leaf)) {
      const deleted = leaf.within.some(({ type }) => type === 'deletion')
      for (const [text] of leaf.text.matchAll(cutter)) old.push({ text, deleted })
    } else {
      const within = leaf.within.filter(({ type }) => type !== 'insertion' && type !== 'deletion')
      insertions.push({ at: old.length, leaf: { ...leaf, within } })
    }
  }
  return { old, insertions }
}

function isOld({ within }: Leaf): boolean {
  return within.every(({ type }) => type !== 'insertion')
}

function textOf(leaves: readonly Leaf[]): string {
  return leaves.map(({ text }) => text).join('')
}

// A token never spans two leaves: one of the two may be deleted.
function tokensOf(leaves: readonly Leaf[], cutter: RegExp): readonly Token[] {
  let end = 0
  return leaves.flatMap(({ text }) =>
    Array.from(text.matchAll(cutter), ([token]) => {
      const start = end
      end += token.length
      return { text: token, start, end }
    }),
  )
}

function toEdits(
  newer: readonly Token[],
  gone: ReadonlySet<number>,
  places: ReadonlyMap<number, readonly Leaf[]>,
): PrintedEdit[] {
  const edits: PrintedEdit[] = []
  const total = newer.at(-1)?.end ?? 0
  for (let place = 0; place <= newer.length; place++) {
    const inserted = places.get(place) ?? []
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

type Pair = readonly [old: number, newer: number]

/** The longest common subsequence of two token lists; null when it would take too long. */
function commonTokens(old: readonly string[], newer: readonly string[]): readonly Pair[] | null {
  const width = newer.length + 1
  if ((old.length + 1) * width > LARGEST) return null
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = newer.length - 1; b >= 0; b--)
      lengths[a * width + b] =
        old[a] === newer[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  const pairs: Pair[] = []
  for (let a = 0, b = 0; a < old.length && b < newer.length; ) {
    if (old[a] === newer[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}

const LARGEST = 1_000_000
