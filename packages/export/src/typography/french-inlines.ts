import { corrections, type FrenchHouse, frenchHouse, NO_BREAK, proseOnly } from '@cahier/prose'
import type { Nodes, PhrasingContent } from 'mdast'
import { changed, flatten, valuesOf } from './flat-text.ts'

/**
 * The inline nodes of one block with French typography: no-break spaces, apostrophes, quotes, ellipses, groups of digits. Rules see the whole
 * block, so a colon after an emphasis gets its space. Never changes a word, code, an address, or a node whose `data.lang` is another language.
 */
export function frenchInlines<T extends PhrasingContent>(nodes: readonly T[], house: FrenchHouse = FRANCE): T[] {
  const copies = nodes.map(composedCopy)
  const flat = flatten(copies, isForeign)
  if (flat.text.length > LONGEST) return copies
  const values = valuesOf(changed(flat, corrections(proseOnly(flat.text), { language: 'fr', house, keepsWords: true })))
  flat.leaves.forEach((leaf, index) => {
    leaf.value = values[index] as string
  })
  return copies
}

const FRANCE = frenchHouse()

// What no rule touches is the same in the copy.
function composedCopy<T extends Nodes>(node: T): T {
  if (isForeign(node)) return node
  if (node.type === 'text') return { ...node, value: composed(node.value) }
  return 'children' in node ? { ...node, children: node.children.map(composedCopy) } : node
}

/** Fifty pages without a break are no prose, and would take more memory than an old computer has. In UTF-16 units. */
const LONGEST = 150_000

function isForeign(node: Nodes): boolean {
  const lang = node.data?.lang
  return lang !== undefined && !/^fr\b/i.test(lang)
}

// A line end inside a paragraph is a space; soft hyphens and zero-width characters are accidents of copy and paste. Runs of spaces go
// first, so that no rule ever looks twice at a long one.
function composed(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/[ \u00A0\u202F\u2009\u2007]{2,}/g, (run) => (/[\u00A0\u202F]/.test(run) ? NO_BREAK : ' '))
}
