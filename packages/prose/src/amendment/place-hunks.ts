import type { BaseText } from './base-text.ts'
import { followedHunks } from './followed-hunks.ts'
import type { Hunk } from './hunk.ts'
import { type Placement, readHunks } from './read-hunks.ts'

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
