import type { PhrasingContent } from 'mdast'
import type { Deletion, Insertion } from '../../edition/nodes.ts'
import { type Leaf, leavesBetween, leavesOf, nodesFromLeaves } from '../../print/leaf.ts'
import type { Authorship } from './change-register.ts'
import { editsOn, type PrintedEdit } from './edits.ts'

export interface ProposedBlock {
  readonly by: Authorship
  /** The whole block, with `insertion` and `deletion` nodes. */
  readonly nodes: readonly PhrasingContent[]
}

/** A block with the changes of several amendments, and the amendments left out. */
export interface WovenBlock {
  readonly nodes: readonly PhrasingContent[]
  readonly leftOut: ReadonlySet<ProposedBlock>
}

/**
 * Merges amendments into one block as tracked changes. Amendments that overlap an earlier one, or
 * whose words are not found, are left out.
 */
export function weave(
  printed: readonly PhrasingContent[],
  proposed: readonly ProposedBlock[],
): WovenBlock {
  const leftOut = new Set<ProposedBlock>()
  let taken: readonly Signed[] = []
  for (const block of proposed) {
    const edits = editsOn(printed, block.nodes)?.map((edit): Signed => ({ ...edit, by: block.by }))
    if (edits === undefined || edits.some((edit) => taken.some((other) => overlaps(edit, other))))
      leftOut.add(block)
    else taken = [...taken, ...edits]
  }
  return {
    nodes: taken.length === 0 ? printed : nodesFromLeaves(changed(leavesOf(printed), taken)),
    leftOut,
  }
}

interface Signed extends PrintedEdit {
  readonly by: Authorship
}

function overlaps(one: PrintedEdit, other: PrintedEdit): boolean {
  return one.start <= other.end && other.start <= one.end
}

function changed(printed: readonly Leaf[], edits: readonly Signed[]): Leaf[] {
  const leaves: Leaf[] = []
  let done = 0
  for (const { start, end, inserted, by } of edits.toSorted((a, b) => a.start - b.start)) {
    const deletion: Deletion = { type: 'deletion', data: { change: by }, children: [] }
    const insertion: Insertion = { type: 'insertion', data: { change: by }, children: [] }
    leaves.push(...leavesBetween(printed, done, start))
    leaves.push(
      ...leavesBetween(printed, start, end).map((leaf) => ({
        ...leaf,
        within: [deletion, ...leaf.within],
      })),
    )
    leaves.push(...inserted.map((leaf) => ({ ...leaf, within: [insertion, ...leaf.within] })))
    done = end
  }
  return [...leaves, ...leavesBetween(printed, done, Number.POSITIVE_INFINITY)]
}
