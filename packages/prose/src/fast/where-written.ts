import type { Nodes } from 'mdast'
import type { Span } from '../span.ts'

/** The numbers of the lines that a node stands on. */
export function linesOf({ position }: Nodes): { readonly first: number; readonly last: number } {
  return { first: position?.start.line ?? 0, last: position?.end.line ?? 0 }
}

/** The offsets that a node stands between. */
export function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
