/** A stretch of lines of a text, both ends included, from 1. */
export interface Lines {
  readonly from: number
  readonly to: number
}

/**
 * The lines of YAML that a comment on the line `at` is about: its own, when something stands before
 * it there; else the entry that follows, which goes on over the lines that are further in. `null`
 * when none follows before `end`.
 */
export function governedLines(lines: readonly string[], at: number, end: number): Lines | null {
  const isEmpty = (line: number) => /^\s*(?:#.*)?$/.test(lines[line - 1] ?? '')
  if (!isEmpty(at)) return { from: at, to: at }
  let from = at
  while (from <= end && isEmpty(from)) from++
  if (from > end) return null
  let to = from
  for (
    let line = from + 1;
    line <= end &&
    (isBlank(lines[line - 1]) || indentOf(lines[line - 1]) > indentOf(lines[from - 1]));
    line++
  )
    to = line
  return { from, to }
}

function isBlank(line = ''): boolean {
  return line.trim() === ''
}

function indentOf(line = ''): number {
  return line.search(/\S|$/)
}
