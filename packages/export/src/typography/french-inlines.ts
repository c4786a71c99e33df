import type { Nodes, PhrasingContent } from 'mdast'
import { changed, flatten, valuesOf } from './flat-text.ts'
import { FRENCH_RULES } from './french-rules.ts'
import { isProtected } from './protected-ranges.ts'
import { NO_BREAK } from './spaces.ts'

/**
 * The inline nodes of one block with French typography: no-break spaces, apostrophes, quotes, ellipses, groups of digits. Rules see the whole
 * block, so a colon after an emphasis gets its space. Never changes a word, code, an address, or a node whose `data.lang` is another language.
 */
export function frenchInlines<T extends PhrasingContent>(nodes: readonly T[]): T[] {
  const copies = nodes.map((node) => structuredClone(node))
  let flat = flatten(copies, isForeign)
  for (const leaf of flat.leaves) leaf.value = composed(leaf.value)
  flat = flatten(copies, isForeign)
  for (const rule of FRENCH_RULES) {
    const outside = isProtected(flat.text)
    flat = changed(
      flat,
      rule(flat.text).filter((change) => !outside(change)),
    )
  }
  const values = valuesOf(flat)
  flat.leaves.forEach((leaf, index) => {
    leaf.value = values[index] as string
  })
  return copies
}

/** A plain string with French typography. */
export function frenchText(text: string): string {
  return frenchInlines([{ type: 'text', value: text }])[0]?.value ?? ''
}

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
