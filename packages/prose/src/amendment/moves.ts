import { commonRun } from '../diff/common-run.ts'
import { groupedBy } from '../grouped-by.ts'
import type { Hunk } from './hunk.ts'

/**
 * Words that a passage has at least when taking it out here and putting it in there is moving it;
 * more when it is edited on the way.
 */
const PASSAGE = 3
const EDITED_PASSAGE = 6
/** The share of the words of the longer text that a passage keeps when it is edited on the way. */
const LIKE = 0.6

/**
 * Joins each deletion and the insertion of the same text, when both are the only ones of that text;
 * then those that are one passage edited on its way, when each is the most like the other.
 */
export function withMoves(hunks: readonly Hunk[]): readonly Hunk[] {
  const passages = hunks.flatMap((hunk): readonly Passage[] => {
    const [part] = hunk.parts
    if (part === undefined || (hunk.operation !== 'deletion' && hunk.operation !== 'insertion'))
      return []
    const leaves = hunk.operation === 'deletion'
    const words = bare(leaves ? part.takes : part.puts).split('\u0001')
    return words.length < PASSAGE ? [] : [{ hunk, leaves, words }]
  })
  const moved = new Map<Hunk, Hunk>()
  for (const twins of namesakes(passages).values()) {
    const [one, other, ...more] = twins
    if (
      one !== undefined &&
      other !== undefined &&
      more.length === 0 &&
      one.leaves !== other.leaves
    )
      moved.set(
        ...(one.leaves ? ([one.hunk, other.hunk] as const) : ([other.hunk, one.hunk] as const)),
      )
  }
  const taken = new Set([...moved].flat())
  for (const [from, to] of editedMoves(
    passages.filter(({ hunk, words }) => !taken.has(hunk) && words.length >= EDITED_PASSAGE),
  ))
    moved.set(from, to)
  const targets = new Set(moved.values())
  return hunks.flatMap((hunk): readonly Hunk[] => {
    const target = moved.get(hunk)
    if (target === undefined) return targets.has(hunk) ? [] : [hunk]
    return [
      { ...hunk, operation: 'move', new: target.new, parts: [...hunk.parts, ...target.parts] },
    ]
  })
}

/** A passage taken out or put in, in words. */
interface Passage {
  readonly hunk: Hunk
  readonly leaves: boolean
  readonly words: readonly string[]
}

function namesakes(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  return groupedBy(passages, ({ words }) => words.join('\u0001'))
}

/**
 * Pairs of a deletion and an insertion, each the most like the other. Too many of them are a text
 * written anew.
 */
function editedMoves(passages: readonly Passage[]): readonly (readonly [Hunk, Hunk])[] {
  const [out, put] = [
    passages.filter(({ leaves }) => leaves),
    passages.filter(({ leaves }) => !leaves),
  ]
  if (out.length * put.length > MOST_COMPARED) return []
  const pairs = out
    .flatMap((from) => put.map((to) => ({ from, to, share: shareOf(from.words, to.words) })))
    .filter(({ share }) => share >= LIKE)
    .sort((a, b) => b.share - a.share)
  const best = (passage: Passage) =>
    pairs.filter(({ from, to }) => from === passage || to === passage)
  return pairs.flatMap((pair): readonly (readonly [Hunk, Hunk])[] => {
    const isOnly = [best(pair.from), best(pair.to)].every(
      ([first, second]) => first === pair && (second?.share ?? 0) < pair.share,
    )
    return isOnly ? [[pair.from.hunk, pair.to.hunk]] : []
  })
}

const MOST_COMPARED = 400

function shareOf(one: readonly string[], other: readonly string[]): number {
  return commonRun(one, other).length / Math.max(one.length, other.length)
}

// The dash of an item is not part of what is moved.
function bare(name: string): string {
  return name.replace(/^(?:[-*+]|\d{1,9}\u0001[.)]|>)\u0001/, '')
}
