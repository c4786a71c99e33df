/** A bar that parts two cells: not one that is escaped. */
const BAR = /(?<!\\)\|/
const RULE = /^:?-+:?$/

/**
 * How many rows of a text have more cells, or fewer, than their table: as where one put a column
 * in, and the other a row.
 */
export function oddRows(text: string): number {
  if (!text.includes('|')) return 0
  let columns = 0
  let odd = 0
  for (const line of text.split('\n')) {
    const cells = line.includes('|') ? cellsOf(line) : []
    if (cells.length === 0 || cells.every((cell) => RULE.test(cell.trim()))) columns = cells.length
    else if (columns > 0 && cells.length !== columns) odd += 1
  }
  return odd
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(BAR)
}
