import type { LeafBlock, Passage } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import { topOf } from './places-in-tree.ts'
import { isSameProse } from './words-to-source.ts'

/** What notes say now and did not, each with what stood there; `''` for one that was put in. */
export function changedNotes(
  printed: readonly string[],
  now: readonly string[],
): readonly { readonly was: string; readonly note: string }[] {
  const fresh = now.filter((note) => !printed.some((known) => isSameProse(known, note)))
  const lost = printed.filter((note) => !now.some((known) => isSameProse(known, note)))
  return fresh.map((note, index) => ({
    was: fresh.length === lost.length ? (lost[index] as string) : '',
    note,
  }))
}

/** The definition, of one paragraph, that a note prints; `undefined` for that of a source. */
export function definitionOf(
  printed: string,
  tree: Root,
  leaves: readonly LeafBlock[],
  passages: ReadonlyMap<Nodes, Passage>,
): { readonly leaf: LeafBlock; readonly passage: Passage } | undefined {
  for (const leaf of leaves) {
    const top = topOf(tree, leaf.node)
    const passage =
      top.type === 'footnoteDefinition' && top.children.length === 1
        ? passages.get(leaf.node)
        : undefined
    if (passage !== undefined && isSameProse(passage.written.replace(/\s+/g, ' ').trim(), printed))
      return { leaf, passage }
  }
  return undefined
}
