import type { Edit } from '@cahier/core'
import { commonSubsequence, hunksBetween } from '@cahier/prose'

/** The edits of changed lines only, so that the editor keeps its cursor. */
export function textChanges(path: string, before: string, after: string): readonly Edit[] {
  const [old, young] = [linesOf(before), linesOf(after)]
  let end = 0
  const starts = [0, ...old.map((line) => (end += line.length))]
  const startOf = (line: number) => starts[line] as number
  return hunksBetween(commonSubsequence(old, young), old.length, young.length).map(
    ({ oldStart, oldEnd, newStart, newEnd }) => ({
      path,
      start: startOf(oldStart),
      end: startOf(oldEnd),
      text: young.slice(newStart, newEnd).join(''),
    }),
  )
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
