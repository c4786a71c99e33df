import { applyHunks } from './apply-hunks.ts'
import { type BaseText, baseText } from './base-text.ts'
import { carryHunks } from './carry-hunks.ts'
import type { Hunk, Placement } from './hunk.ts'
import { hunksFromSplices } from './hunks-from-splices.ts'
import { readHunks } from './read-hunks.ts'

/**
 * Places the hunks (single edits) of the amendment `marked` in the current text. Moves the hunks
 * from `before`, the text that the amendment quotes. If `before` is null, finds the quoted blocks
 * in the current text instead. Leaves out insertions already made. When it must find a moved block
 * by its quotation, it keeps them. `at` has the numbers of the quoted blocks in `before`, if known.
 */
export function placeHunks(
  now: BaseText,
  before: BaseText | null,
  marked: string,
  at: readonly number[] | null,
): Placement {
  const quoted = readHunks(now, marked, null)
  if (before === null)
    return 'misplaced' in quoted
      ? quoted
      : { hunks: quoted.hunks.filter((hunk) => !isAlreadyThere(now, hunk)) }
  const then = readHunks(before, marked, at)
  if ('misplaced' in then) return then
  const followed = carryHunks(then.hunks, before, now)
  // A moved block is found by its quotation, if the current text has it only once.
  return 'misplaced' in followed && followed.misplaced === 'moved' && !('misplaced' in quoted)
    ? quoted
    : followed
}

function isAlreadyThere({ text }: BaseText, { parts }: Hunk) {
  return parts.every(({ between, splice }) => {
    const after = text.slice(splice.end).trimStart()
    const put = splice.text.trim()
    return between && after.startsWith(put) && /^\s*(?:\n|$)/.test(after.slice(put.length))
  })
}

/**
 * The hunks that undo `hunks` (edits of `before`) in the current text. Edits already undone or
 * without a certain place are left out.
 */
export function hunksUndone(
  before: BaseText,
  hunks: readonly Hunk[],
  now: BaseText,
): readonly Hunk[] {
  return hunksUndoneEach(before, hunks, now).flatMap((found) => found ?? [])
}

/**
 * Like `hunksUndone`, but keeps a result for each change to undo: `null` when its place is not
 * certain, `[]` when it is already undone.
 */
export function hunksUndoneEach(
  before: BaseText,
  hunks: readonly Hunk[],
  now: BaseText,
): readonly (readonly Hunk[] | null)[] {
  const made = baseText(applyHunks(before.text, hunks))
  const splices = hunks
    .flatMap(({ parts }) => parts.map(({ splice }) => splice))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let shift = 0
  const undone = splices.map(({ start, end, text }) => {
    const at = start + shift
    shift += text.length - (end - start)
    return { start: at, end: at + text.length, text: before.text.slice(start, end) }
  })
  return hunksFromSplices(made, undone).map((hunk) => {
    const followed = carryHunks([hunk], made, now)
    return 'misplaced' in followed ? null : followed.hunks
  })
}
