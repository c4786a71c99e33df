import { diffWords } from '../diff/diff-text.ts'
import { foldProse } from '../digest/fold-prose.ts'
import type { Splice } from '../span.ts'
import type { BaseBlock, BaseText } from './base-text.ts'
import type { Hunk, Misplaced, Placement } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'
import { nearHunks, overlapping } from './near-hunks.ts'
import { isConflict, relationOfHunks } from './relation.ts'

/**
 * Hunks of an earlier text in the coordinates of what it became, when each has a certain place
 * there: what changed since is read as an amendment too, and must not stand against them. A hunk
 * that was made since is there already, and left out.
 */
export function followedHunks(hunks: readonly Hunk[], before: BaseText, now: BaseText): Placement {
  const since = changesBetween(before, now)
  const passed = hunksOf(
    before,
    since.filter(({ start }) => start >= before.bodyStart),
    hunks[0]?.field,
  )
  const near = nearHunks(passed)
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    const relations = near(hunk).map((one) => relationOfHunks(hunk, one))
    if (relations.includes('identical')) continue
    const carried = inMovedBlocks(hunk, since, before, now)
    if (carried !== null) {
      kept.push(...hunksOf(now, carried, hunk.field).map((one) => ({ ...one, rank: hunk.rank })))
      continue
    }
    if (relations.some(isConflict))
      return relations.includes('move-edit')
        ? { misplaced: 'moved', quote: hunk.old || hunk.new }
        : changedAt(hunk)
    const parts = hunk.parts.map((part) => ({
      ...part,
      splice: withoutSharedBlanks(part.splice, since, before.text),
    }))
    const splices = parts.map(({ splice, between }) => moved(splice, between, since, before.text))
    const isThere = parts.every(
      ({ splice, between }, index) =>
        (between || !isWithin(splice, since)) &&
        readsAsBefore(before.text, splice, now.text, splices[index] ?? splice),
    )
    if (!isThere) return changedAt(hunk)
    kept.push(...hunksOf(now, splices, hunk.field).map((one) => ({ ...one, rank: hunk.rank })))
  }
  const across = overlapping(kept)
  return across === undefined ? { hunks: kept } : changedAt(across)
}

/**
 * The splices of a hunk whose blocks were moved as they are, each the only one of its text. `null`
 * when that is not the case.
 */
function inMovedBlocks(
  { parts }: Hunk,
  since: readonly Splice[],
  before: BaseText,
  now: BaseText,
): readonly Splice[] | null {
  const splices: Splice[] = []
  for (const { splice, blocks, between } of parts) {
    // What stands between two paragraphs is of neither.
    if (between) return null
    const [first, last] = [before.blocks[blocks[0] - 1], before.blocks[blocks[1] - 1]]
    if (first === undefined || last === undefined) return null
    const isMoved = since.some(({ start, end }) => start < last.end && end > first.start)
    const there = isMoved ? onlyBlock(before, now, first.text) : null
    if (there === null) return null
    const shift = there.start - first.start
    // Blank lines around a paragraph that is taken out whole are those of the place where it
    // stands.
    const [start, end] = [
      Math.min(Math.max(splice.start, first.lineStart), last.lineEnd),
      Math.min(splice.end, last.lineEnd),
    ]
    const from = Math.min(start, first.start)
    const isWhole = now.text.startsWith(before.text.slice(from, last.lineEnd), from + shift)
    const leftOut = before.text.slice(splice.start, start) + before.text.slice(end, splice.end)
    if (!isWhole || leftOut.trim() !== '') return null
    splices.push({ start: start + shift, end: end + shift, text: splice.text })
  }
  return splices
}

/** The block of a text, when both texts have one of it and no more. */
function onlyBlock(before: BaseText, now: BaseText, text: string): BaseBlock | null {
  const [then, there] = [before, now].map(({ blocks }) =>
    blocks.filter((block) => block.text === text),
  )
  return then?.length === 1 && there?.length === 1 ? (there[0] ?? null) : null
}

function changedAt({ old, new: young }: Hunk): Misplaced {
  return old === '' ? { misplaced: 'around', quote: young } : { misplaced: 'changed', quote: old }
}

function changesBetween(before: BaseText, now: BaseText): readonly Splice[] {
  const changes: Splice[] = []
  let at = before.bodyStart
  for (const { same, old, new: young } of diffWords(
    before.text.slice(before.bodyStart),
    now.text.slice(now.bodyStart),
  )) {
    if (!same) changes.push(fromItsWords({ start: at, end: at + old.length, text: young }, old))
    at += old.length
  }
  // The two heads may have two lengths.
  return now.bodyStart === before.bodyStart
    ? changes
    : [{ start: 0, end: before.bodyStart, text: now.text.slice(0, now.bodyStart) }, ...changes]
}

// Blanks that stay before what was taken out are not changed.
function fromItsWords({ start, end, text }: Splice, old: string): Splice {
  const stays = text.trim() === '' && old.startsWith(text) ? text.length : 0
  return { start: start + stays, end, text: text.slice(stays) }
}

// A line end between two items, which went with the first one since, is not there to go with the
// second.
function withoutSharedBlanks(
  { start, end, text }: Splice,
  since: readonly Splice[],
  before: string,
): Splice {
  const taken = since.find(
    (one) =>
      one.start < start &&
      start < one.end &&
      one.end < end &&
      before.slice(start, one.end).trim() === '',
  )
  return taken === undefined || text !== '' ? { start, end, text } : { start: taken.end, end, text }
}

function moved(
  { start, end, text }: Splice,
  between: boolean,
  since: readonly Splice[],
  before: string,
): Splice {
  let [shift, growth] = [0, 0]
  for (const one of since) {
    const longer = one.text.length - (one.end - one.start)
    // Put in a little further, after a beginning that it ends with: it reads just as if it were put
    // in before.
    const isPutFirst =
      one.start === one.end &&
      one.start >= start &&
      one.end < end &&
      one.text.endsWith(before.slice(start, one.start))
    const isBefore =
      one.end < start ||
      (one.end === start && (one.start < one.end || (between && !/^\s*\n/.test(one.text))))
    if (isBefore || isPutFirst) shift += longer
    else if (
      one.start >= start &&
      one.end <= end &&
      (one.start < one.end || (one.start > start && one.end < end))
    )
      growth += longer
  }
  return { start: start + shift, end: end + shift + growth, text }
}

/** Whether a place between two signs is inside of what was replaced since. */
function isWithin({ start, end }: Splice, since: readonly Splice[]): boolean {
  return start === end && since.some((one) => one.start < start && end < one.end)
}

function readsAsBefore(before: string, taken: Splice, now: string, moved: Splice): boolean {
  return (
    foldProse(before.slice(taken.start, taken.end)) === foldProse(now.slice(moved.start, moved.end))
  )
}
