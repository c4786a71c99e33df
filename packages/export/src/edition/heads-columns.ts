import type { TableRow } from 'mdast'

/**
 * Whether the first row of a table heads its columns: where it is empty, Markdown asked for it and
 * the writer had nothing to put there.
 */
export function headsColumns(head: TableRow | undefined): boolean {
  return (
    head?.children.some(({ children }) =>
      children.some((node) => node.type !== 'text' || node.value.trim() !== ''),
    ) ?? false
  )
}
