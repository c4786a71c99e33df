import type { Hunk } from './hunk.ts'

/**
 * A hunk over what another one writes: two marks can meet so around a definition or a comment,
 * which are no blocks.
 */
export function overlapping(hunks: readonly Hunk[]): Hunk | undefined {
  const placed = hunks
    .flatMap((hunk) => hunk.parts.map(({ splice }) => ({ hunk, ...splice })))
    .sort((a, b) => a.start - b.start)
  return placed.find(({ start, text }, index) => {
    const before = placed[index - 1]
    return before !== undefined && start < before.end && (text !== '' || before.text !== '')
  })?.hunk
}
