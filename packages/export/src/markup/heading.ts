import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** A heading of the given level; past the sixth it stays a sixth. */
export function heading(
  level: number,
  children: string | ElementContent[],
  properties: { readonly id?: string } = {},
): Element {
  return h(`h${Math.min(Math.max(level, 1), 6)}`, properties, children)
}
