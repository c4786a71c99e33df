import { diffWords } from '../diff/diff-text.ts'
import { foldProse } from '../digest/fold-prose.ts'
import type { Splice } from '../span.ts'
import type { BaseText } from './base-text.ts'
import type { Hunk, Misplaced, Placement } from './hunk.ts'
import { hunksFromSplices } from './hunks-from-splices.ts'
import { nearHunks, overlapping } from './near-hunks.ts'
import { isConflict, relationOfHunks } from './relation.ts'

/**
 * Moves hunks (single edits) from an earlier text to the current text. When the text changed at a
 * hunk, returns the reason instead. Hunks already made in the current text are left out.
 */
export function carryHunks(hunks: readonly Hunk[], before: BaseText, now: BaseText): Placement {
  const since = changesBetween(before, now)
  const passed = hunksFromSplices(
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
      kept.push(
        ...hunksFromSplices(now, carried, hunk.field).map((one) => ({ ...one, rank: hunk.rank })),
      )
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
    const isUnchanged = parts.every(
      ({ splice, between }, index) =>
        (between || !isWithin(splice, since)) &&
        readsAsBefore(before.text, splice, now.text, splices[index] ?? splice),
    )
    if (!isUnchanged) return changedAt(hunk)
    kept.push(
      ...hunksFromSplices(now, splices, hunk.field).map((one) => ({ ...one, rank: hunk.rank })),
    )
  }
  const across = overlapping(kept)
  return across === undefined ? { hunks: kept } : changedAt(across)
}

/**
 * The splices (replacements) of a hunk at the new place of its blocks. `null` unless these blocks
 * are unique and were only moved.
 */
function inMovedBlocks(
  { parts }: Hunk,
  since: readonly Splice[],
  before: BaseText,
  now: BaseText,
): readonly Splice[] | null {
  const splices: Splice[] = []
  for (const { splice, blocks, between } of parts) {
    if (between) return null
    const [first, last] = [before.blocks[blocks[0] - 1], before.blocks[blocks[1] - 1]]
    if (first === undefined || last === undefined) return null
    const isMoved = since.some(({ start, end }) => start < last.end && end > first.start)
    const there = isMoved ? onlyBlock(before, now, first.text) : null
    if (there === null) return null
    const shift = there.start - first.start
    // Cuts off blank lines: `hunksFromSplices` adds those of the new place.
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

function onlyBlock(before: BaseText, now: BaseText, text: string) {
  const [then, there] = [before, now].map(({ blocks }) =>
    blocks.filter((block) => block.text === text),
  )
  return then?.length === 1 && there?.length === 1 ? (there[0] ?? null) : null
}

function changedAt({ old, new: young }: Hunk): Misplaced {
  return old === '' ? { misplaced: 'around', quote: young } : { misplaced: 'changed', quote: old }
}

function changesBetween(before: BaseText, now: BaseText) {
  const changes: Splice[] = []
  let at = before.bodyStart
  for (const { same, old, new: young } of diffWords(
    before.text.slice(before.bodyStart),
    now.text.slice(now.bodyStart),
  )) {
    if (!same) changes.push(fromItsWords({ start: at, end: at + old.length, text: young }, old))
    at += old.length
  }
  return now.bodyStart === before.bodyStart
    ? changes
    : [{ start: 0, end: before.bodyStart, text: now.text.slice(0, now.bodyStart) }, ...changes]
}

// When words are deleted and the blanks before them stay, the splice begins at the words.
function fromItsWords({ start, end, text }: Splice, old: string) {
  const stays = text.trim() === '' && old.startsWith(text) ? text.length : 0
  return { start: start + stays, end, text: text.slice(stays) }
}

// When the blanks at the start of a deletion already changed, the splice begins after these blanks.
function withoutSharedBlanks(
  { start, end, text }: Splice,
  since: readonly Splice[],
  before: string,
) {
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
) {
  let [shift, growth] = [0, 0]
  for (const one of since) {
    const longer = one.text.length - (one.end - one.start)
    // An insertion may end with the text between `start` and its place. It then gives the same text
    // as an insertion at `start`: `b` + `ab` = `ba` + `b`. So it shifts the splice, and does not
    // lengthen it.
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

function isWithin({ start, end }: Splice, since: readonly Splice[]) {
  return start === end && since.some((one) => one.start < start && end < one.end)
}

function readsAsBefore(before: string, taken: Splice, now: string, moved: Splice) {
  return (
    foldProse(before.slice(taken.start, taken.end)) === foldProse(now.slice(moved.start, moved.end))
  )
}
