import type { Nodes, Table } from 'mdast'
import { pageGeometry } from './page-geometry.ts'

/**
 * Widths of the columns of a table, in hundredths of its width, sum 100: each column asks for its longest word and, within reason, for its
 * longest cell; none gets less than a narrow number needs.
 */
export function columnWidths({ children }: Table, columns: number): readonly number[] {
  const wishes = Array.from({ length: columns }, (_, column) => {
    const texts = children.map((row) => textOf(row.children[column]))
    const word = Math.max(...texts.flatMap((text) => text.split(/[ \n]+/)).map(({ length }) => length))
    const cell = Math.max(...texts.map(({ length }) => length))
    return Math.max(5, word + 2, Math.min(cell + 2, 40))
  })
  const total = wishes.reduce((sum, wish) => sum + wish, 0)
  const shares = wishes.map((wish) => Math.floor((wish / total) * 100))
  const rest = 100 - shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, column) => share + (column < rest ? 1 : 0))
}

/** A share of the width of the text, in centimetres. */
export function columnWidth(share: number): number {
  return (pageGeometry.measure * share) / 100
}

function textOf(node: Nodes | undefined): string {
  if (node === undefined) return ''
  if ('children' in node) return node.children.map((child: Nodes) => textOf(child)).join('')
  return 'value' in node ? node.value : ''
}
