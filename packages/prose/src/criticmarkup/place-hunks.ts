import { applyHunks } from './apply-hunks.ts'
import { type BaseText, baseText } from './base-text.ts'
import { followedHunks } from './followed-hunks.ts'
import type { Hunk, Placement } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'
import { readHunks } from './read-hunks.ts'

/**
 * Places an amendment in a text that is no longer the one it starts from: through that text where
 * it is known, else by its quotations, each found exactly once. `before` is the text it starts
 * from, `null` where nobody knows it.
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
      : { hunks: quoted.hunks.filter((hunk) => !isThere(now, hunk)) }
  const then = readHunks(before, marked, at)
  if ('misplaced' in then) return then
  const followed = followedHunks(then.hunks, before, now)
  // A passage that was moved is where its text now stands, once.
  return 'misplaced' in followed && followed.misplaced === 'moved' && !('misplaced' in quoted)
    ? quoted
    : followed
}

/** Whether a block that would be put in stands there already. */
function isThere({ text }: BaseText, { parts }: Hunk): boolean {
  return parts.every(({ between, splice }) => {
    const after = text.slice(splice.end).trimStart()
    const put = splice.text.trim()
    return between && after.startsWith(put) && /^\s*(?:\n|$)/.test(after.slice(put.length))
  })
}

/**
 * Hunks once made, as what would undo them in a text of today: they say where what was put in now
 * stands. A hunk of which nothing is left, or without a certain place any more, is left out.
 */
export function hunksUndone(
  before: BaseText,
  hunks: readonly Hunk[],
  now: BaseText,
): readonly Hunk[] {
  return hunksUndoneEach(before, hunks, now).flatMap((found) => found ?? [])
}

/**
 * The same, one by one: `null` for what has no certain place any more, and nothing for what is
 * undone already.
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
  return hunksOf(made, undone).map((hunk) => {
    const followed = followedHunks([hunk], made, now)
    return 'misplaced' in followed ? null : followed.hunks
  })
}
