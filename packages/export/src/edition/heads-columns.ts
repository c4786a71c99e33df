import type { TableRow } from 'mdast'

/** True when the first row of a table has words: in Markdown, this header may be empty. */
export function headsColumns(head: TableRow | undefined): boolean {
  return (
    head?.children.some(({ children }) =>
      children.some((node) => node.type !== 'text' || node.value.trim() !== ''),
    ) ?? false
  )
}
