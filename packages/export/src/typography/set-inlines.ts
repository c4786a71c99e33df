import { type Change, NO_BREAK, proseOnly } from '@cahier/prose'
import type { Nodes, PhrasingContent } from 'mdast'
import { changed, flatten, valuesOf } from './flat-text.ts'

/**
 * The inline nodes of one block, changed by each of these in turn: they are given the whole block,
 * so a sign beside an emphasis is seen with its neighbours. Never changes code, an address, or a
 * node whose `data.lang` is not this language, two letters.
 */
export function setInlines<T extends PhrasingContent>(
  nodes: readonly T[],
  language: string,
  ...changesIn: readonly ((prose: string) => readonly Change[])[]
): T[] {
  const isForeign = ({ data }: Nodes) =>
    data?.lang !== undefined && data.lang.toLowerCase().split('-')[0] !== language
  const copies = nodes.map((node) => composedCopy(node, isForeign))
  const flat = flatten(copies, isForeign)
  if (flat.text.length > LONGEST) return copies
  const values = valuesOf(
    changesIn.reduce((before, find) => changed(before, find(proseOnly(before.text))), flat),
  )
  flat.leaves.forEach((leaf, index) => {
    leaf.value = values[index] as string
  })
  return copies
}

// What no rule touches is the same in the copy.
function composedCopy<T extends Nodes>(node: T, isForeign: (node: Nodes) => boolean): T {
  if (isForeign(node)) return node
  if (node.type === 'text') return { ...node, value: composed(node.value) }
  return 'children' in node
    ? { ...node, children: node.children.map((child) => composedCopy(child, isForeign)) }
    : node
}

/**
 * Fifty pages without a break are no prose, and would take more memory than an old computer has. In
 * UTF-16 units.
 */
const LONGEST = 150_000

// A line end inside a paragraph is a space; soft hyphens and zero-width characters are accidents of
// copy and paste. Runs of spaces go first, so that no rule ever looks twice at a long one.
function composed(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/[ \u00A0\u202F\u2009\u2007]{2,}/g, (run) =>
      /[\u00A0\u202F]/.test(run) ? NO_BREAK : ' ',
    )
}
