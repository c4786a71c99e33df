import { slugOf } from '@cahier/core'
import { plainText } from '@cahier/prose'
import type { Heading, Root } from 'mdast'
import { uniqueNames } from '../unique-names.ts'

/**
 * Gives each heading at the top of a chapter its printed id, `t3-un-titre` in chapter 3: the same
 * on every page and in every format, no two alike in the book, and a name that XML accepts.
 */
export function headingIds(tree: Root, chapter: number): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>()
  const unique = uniqueNames()
  for (const node of tree.children) {
    if (node.type !== 'heading' || plainText(node) === '') continue
    const stem = `t${chapter}-${slugOf(plainText(node)).slice(0, 60).replace(/-$/, '') || 'titre'}`
    const id = unique(stem)
    ids.set(node, id)
    node.data = { ...node.data, id }
  }
  return ids
}
