import { OBJECT } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'

type Holder = Extract<PhrasingContent, { children: PhrasingContent[] }>

/** An inline node without children, and its ancestors, outermost first. */
export interface Leaf {
  /** The words of the node; the placeholder `OBJECT` for a picture or a footnote mark. */
  readonly text: string
  readonly node: PhrasingContent
  readonly within: readonly Holder[]
}

export function leavesOf(
  nodes: readonly PhrasingContent[],
  within: readonly Holder[] = [],
): Leaf[] {
  return nodes.flatMap((node): Leaf[] => {
    if ('children' in node) return leavesOf(node.children, [...within, node as Holder])
    if (node.type === 'text' || node.type === 'inlineCode')
      return node.value === '' ? [] : [{ text: node.value, node, within }]
    return [{ text: node.type === 'break' ? '\n' : OBJECT, node, within }]
  })
}

/** The leaves between two UTF-16 offsets of their joined text, cut at both ends. */
export function leavesBetween(leaves: readonly Leaf[], start: number, end: number): Leaf[] {
  let offset = 0
  return leaves.flatMap((leaf) => {
    const [from, to] = [Math.max(0, start - offset), Math.min(leaf.text.length, end - offset)]
    offset += leaf.text.length
    return from < to ? [cut(leaf, from, to)] : []
  })
}

function cut({ text, node, within }: Leaf, start: number, end: number): Leaf {
  if (start === 0 && end === text.length) return { text, node, within }
  const part = text.slice(start, end)
  return {
    text: part,
    node: node.type === 'text' || node.type === 'inlineCode' ? { ...node, value: part } : node,
    within,
  }
}

/** Rebuilds inline nodes: adjacent leaves share their common ancestors. Skips `depth` ancestors. */
export function nodesFromLeaves(leaves: readonly Leaf[], depth = 0): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let index = 0; index < leaves.length; ) {
    const { node, within } = leaves[index] as Leaf
    const holder = within[depth]
    let end = index + 1
    if (holder === undefined) nodes.push(node)
    else {
      while (leaves[end]?.within[depth] === holder) end++
      nodes.push({
        ...holder,
        children: nodesFromLeaves(leaves.slice(index, end), depth + 1),
      } as Holder)
    }
    index = end
  }
  return nodes
}
