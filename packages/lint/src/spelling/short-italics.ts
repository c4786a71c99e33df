import type { Passage } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The offsets in the source of the short italics of a passage, in order. */
export function shortItalics({
  node,
}: Passage): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  const visit = (inner: Nodes) => {
    const from = inner.position?.start.offset ?? 0
    const to = inner.position?.end.offset ?? 0
    if (inner.type === 'emphasis') {
      if (to - from <= LONGEST) found.push({ from, to })
    } else if ('children' in inner) for (const child of inner.children) visit(child)
  }
  if (node !== null) visit(node)
  return found
}

const LONGEST = 42
