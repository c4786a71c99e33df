import type { Table } from 'mdast'
import { nodesAsText } from '../edition/nodes.ts'
import type { Sheet } from './sheet.ts'

// Characters that a centimetre of a cell holds, and the longest cell that never wraps.
const density = 5.7
const short = 21

/**
 * Widths of the columns of a table, in hundredths of its width, sum 100. A column of dates or
 * figures gets what it needs to stay on one line; the others share the rest by the square root of
 * their longest cell, and none gets less than its longest word.
 */
export function columnWidths(
  { children }: Table,
  columns: number,
  { measure }: Sheet,
): readonly number[] {
  const line = measure * density
  const contents = Array.from({ length: columns }, (_, column) =>
    children.map((row) => nodesAsText([row.children[column] ?? []].flat())),
  )
  const cells = contents.map((texts) => longest(texts) + 3)
  const words = contents.map((texts) => longest(texts.flatMap((text) => text.split(/[ \n]+/))) + 3)
  const taken = cells.filter((cell) => cell <= short).reduce(sum, 0)
  const roots = cells
    .filter((cell) => cell > short)
    .map(Math.sqrt)
    .reduce(sum, 0)
  const wishes = cells.map((cell, column) =>
    cell <= short ? cell : Math.max(words[column] ?? 0, ((line - taken) * Math.sqrt(cell)) / roots),
  )
  return shares(wishes)
}

function shares(wishes: readonly number[]): readonly number[] {
  const total = wishes.reduce(sum, 0)
  const whole = wishes.map((wish) => Math.floor((wish / total) * 100))
  const rest = 100 - whole.reduce(sum, 0)
  return whole.map((share, column) => share + (column < rest ? 1 : 0))
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 3)
}

function sum(total: number, part: number): number {
  return total + part
}
