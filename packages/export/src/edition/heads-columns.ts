import type { TableRow } from 'mdast'

/** Whether the first row of a table is a header. Markdown requires the row, so it may be empty. */
export function headsColumns(head: TableRow | undefined): boolean {
  return (
    head?.children.some(({ children }) =>
      children.some((node) => node.type !== 'text' || node.value.trim() !== ''),
    ) ?? false
  )
}
