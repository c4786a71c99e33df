import { diffText } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import type { Deletion, Insertion } from '../edition/nodes.ts'
import { type Leaf, leavesBetween, leavesOf, nodesFromLeaves } from '../print/leaf.ts'

/**
 * Compares two versions of a block by words. The result without `insertion` nodes is the old block.
 * The result without `deletion` nodes is the new block, formats included.
 */
export function changedInlines(
  old: readonly PhrasingContent[],
  newer: readonly PhrasingContent[],
): PhrasingContent[] {
  const [oldLeaves, newerLeaves] = [leavesOf(old), leavesOf(newer)]
  const leaves: Leaf[] = []
  let [o, n] = [0, 0]
  for (const piece of diffText(textOf(oldLeaves), textOf(newerLeaves))) {
    const [gone, come] = [
      leavesBetween(oldLeaves, o, o + piece.old.length),
      leavesBetween(newerLeaves, n, n + piece.new.length),
    ]
    o += piece.old.length
    n += piece.new.length
    leaves.push(...(piece.same ? withFormats(gone, come) : replaced(gone, come)))
  }
  return nodesFromLeaves(leaves)
}

// Words that only change format are marked as deleted and inserted.
function withFormats(old: readonly Leaf[], newer: readonly Leaf[]): Leaf[] {
  const ends = [...new Set([...endsOf(old), ...endsOf(newer)])].sort((a, b) => a - b)
  return ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0
    const [gone, come] = [leavesBetween(old, start, end), leavesBetween(newer, start, end)]
    return formatOf(gone) === formatOf(come) ? gone : replaced(gone, come)
  })
}

function endsOf(leaves: readonly Leaf[]): number[] {
  let offset = 0
  return leaves.map(({ text }) => {
    offset += text.length
    return offset
  })
}

function replaced(old: readonly Leaf[], newer: readonly Leaf[]): Leaf[] {
  const deletion: Deletion = { type: 'deletion', children: [] }
  const insertion: Insertion = { type: 'insertion', children: [] }
  return [
    ...old.map((leaf) => ({ ...leaf, within: [deletion, ...leaf.within] })),
    ...newer.map((leaf) => ({ ...leaf, within: [insertion, ...leaf.within] })),
  ]
}

function textOf(leaves: readonly Leaf[]) {
  return leaves.map(({ text }) => text).join('')
}

function formatOf(leaves: readonly Leaf[]) {
  return JSON.stringify(leaves.map(({ node, within }) => [bare(node), ...within.map(bare)]))
}

function bare(node: PhrasingContent): unknown {
  return { ...node, value: null, children: null, position: null }
}
