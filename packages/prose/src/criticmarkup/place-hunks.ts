import { applyHunks } from './apply-hunks.ts'
import { type BaseText, baseText } from './base-text.ts'
import { followedHunks } from './followed-hunks.ts'
import type { Hunk, Placement } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'
import { readHunks } from './read-hunks.ts'

/**
 * Places an amendment in a text that changed: through its base when known, else by its quotations,
 * each found exactly once. `before` is the base, or `null`.
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
  const followed = followedHunks(then.hunks, before, now)
  // A moved passage is at the only place of its text.
  return 'misplaced' in followed && followed.misplaced === 'moved' && !('misplaced' in quoted)
    ? quoted
    : followed
}

/** True when the inserted block is already there. */
function isAlreadyThere({ text }: BaseText, { parts }: Hunk): boolean {
  return parts.every(({ between, splice }) => {
    const after = text.slice(splice.end).trimStart()
    const put = splice.text.trim()
    return between && after.startsWith(put) && /^\s*(?:\n|$)/.test(after.slice(put.length))
  })
}

/**
 * The hunks that would undo applied hunks in the current text: the place of each inserted text.
 * Hunks that were undone, or without a certain place, are left out.
 */
export function hunksUndone(
  before: BaseText,
  hunks: readonly Hunk[],
  now: BaseText,
): readonly Hunk[] {
  return hunksUndoneEach(before, hunks, now).flatMap((found) => found ?? [])
}

/** The same, one by one: `null` without a certain place, an empty list when already undone. */
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
  return hunksOf(made, undone).map((hunk) => {
    const followed = followedHunks([hunk], made, now)
    return 'misplaced' in followed ? null : followed.hunks
  })
}
