import type { Document } from '@cahier/core'
import type { LeafBlock, Passage } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import type { Change } from './change.ts'
import type { OwnTexts, PrintedBlock } from './own-text.ts'
import { topOf } from './places-in-tree.ts'
import type { Left } from './returned.ts'
import { isSameProse } from './words-to-source.ts'

/**
 * A text that comes back: how it stands here, how it was printed and is now, and what was found so
 * far to be changed in it, taken out of it, or done by hand.
 */
export interface Returning {
  readonly document: Document
  readonly tree: Root
  readonly leaves: readonly LeafBlock[]
  readonly passages: ReadonlyMap<Nodes, Passage>
  /** What the names of its blocks begin with. */
  readonly prefix: string
  /** Its blocks, as they were printed. */
  readonly mine: readonly PrintedBlock[]
  readonly own: OwnTexts
  readonly changes: Change[]
  readonly gone: Set<Nodes>
  readonly left: Left[]
  readonly fields: Map<string, string>
  /** Titles of sections that are gone. */
  readonly emptied: PrintedBlock[]
}

/** What the name of a block is after that of its text, such as `title` or `12`. */
export function restOf({ prefix }: Returning, name: string): string {
  return name.slice(prefix.length + 1)
}

/** The block of the source that a name in print stands for; a cell stands for its table. */
export function leafNamed(work: Returning, name: string): LeafBlock | undefined {
  const ordinal = /^\d+/.exec(restOf(work, name))?.[0]
  return ordinal === undefined ? undefined : work.leaves[Number(ordinal) - 1]
}

/** The heading of a section, by the name of its title in print, and the blocks of the section. */
export function sectionNamed(
  { mine, leaves, passages, tree }: Returning,
  name: string,
): readonly LeafBlock[] {
  const title = mine.find((block) => block.name === name)?.text ?? ''
  const isHead = ({ node }: LeafBlock): boolean => node.type === 'heading' && node.depth === 2
  const from = leaves.findIndex(
    (leaf) => isHead(leaf) && isSameProse(passages.get(leaf.node)?.written ?? '', title),
  )
  if (from < 0) return []
  const to = leaves.findIndex(
    (leaf, index) =>
      index > from && (isHead(leaf) || topOf(tree, leaf.node).type === 'footnoteDefinition'),
  )
  return leaves.slice(from, to < 0 ? undefined : to)
}
