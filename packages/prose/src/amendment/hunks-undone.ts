import { applyHunks } from './apply-hunks.ts'
import { type BaseText, baseText } from './base-text.ts'
import { followedHunks } from './followed-hunks.ts'
import type { Hunk } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'

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
