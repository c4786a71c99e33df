import { type Glance, glanceAt } from './glance.ts'
import { proseOnly } from './protected-stretches.ts'

/** The words of a passage (a paragraph, heading, table cell or field). */
export interface Prose {
  /** The words; `OBJECT` replaces code, images, citations, note calls and raw HTML. */
  readonly written: string
  /** The same words; `OBJECT` also replaces each unit of addresses, file names and formulas. */
  readonly text: string
  readonly glance: Glance
}

/**
 * Adds `text` and `glance` (its signs) to words. `text` is given when the source protects more
 * words.
 */
export function proseOf(written: string, text = proseOnly(written)): Prose {
  return { written, text, glance: glanceAt(text) }
}
