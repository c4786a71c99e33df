import { type Glance, glanceAt } from './glance.ts'
import { proseOnly } from './protected-stretches.ts'

/** The words of a passage. */
export interface Prose {
  /** The words; `OBJECT` replaces code, images, citations, note calls and raw HTML. */
  readonly written: string
  /** The same words; `OBJECT` also replaces each unit of addresses, file names and formulas. */
  readonly text: string
  readonly glance: Glance
}

/** Reads words. `text` is given when more is protected than the words show. */
export function proseOf(written: string, text = proseOnly(written)): Prose {
  return { written, text, glance: glanceAt(text) }
}
