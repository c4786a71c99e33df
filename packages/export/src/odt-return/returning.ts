import type { Document } from '@cahier/core'
import type { LeafBlock, Passage } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import type { Change } from './change.ts'
import type { Left } from './returned.ts'

/** A text that comes back: how it stands here, and what was found so far to be changed in it, taken out of it, or done by hand. */
export interface Returning {
  readonly document: Document
  readonly tree: Root
  readonly leaves: readonly LeafBlock[]
  readonly passages: ReadonlyMap<Nodes, Passage>
  readonly changes: Change[]
  readonly gone: Set<Nodes>
  readonly left: Left[]
}
