import type { Passage, Span } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The offsets in the source of the short italics of a passage, in order. */
export function shortItalics({ node }: Passage): readonly Span[] {
  const found: Span[] = []
  const visit = (inner: Nodes) => {
    const start = inner.position?.start.offset ?? 0
    const end = inner.position?.end.offset ?? 0
    if (inner.type === 'emphasis') {
      if (end - start <= LONGEST) found.push({ start, end })
    } else if ('children' in inner) for (const child of inner.children) visit(child)
  }
  if (node !== null) visit(node)
  return found
}

const LONGEST = 42
