import type { Passage } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The stretches of a passage that are in italics and short, from one unit to another. */
export function shortItalics({ node, starts }: Passage): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  const visit = (inner: Nodes): void => {
    const { start, end } = inner.position ?? {}
    if (inner.type === 'emphasis' && start?.offset !== undefined && end?.offset !== undefined) {
      const from = starts.findIndex((place) => place >= (start.offset as number))
      const to = starts.findLastIndex((place) => place >= 0 && place < (end.offset as number)) + 1
      if (from >= 0 && to - from <= LONGEST) found.push({ from, to })
    } else if ('children' in inner) for (const child of inner.children) visit(child)
  }
  if (node !== null) visit(node)
  return found
}

const LONGEST = 40
