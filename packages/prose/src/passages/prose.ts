import { proseOnly } from './protected-stretches.ts'
import { type SignKinds, signKindsIn } from './sign-kinds.ts'

/** The words of a passage (a paragraph, heading, table cell or field). */
export interface Prose {
  /** The words; `OBJECT` replaces code, images, citations, note calls and raw HTML. */
  readonly written: string
  /**
   * The same words; `OBJECT` also replaces each UTF-16 unit of addresses, file names and formulas.
   */
  readonly text: string
  readonly signs: SignKinds
}

/**
 * Makes a `Prose` of words. Callers give `text` when `OBJECT` must replace more words than
 * `proseOnly` replaces.
 */
export function proseOf(written: string, text = proseOnly(written)): Prose {
  return { written, text, signs: signKindsIn(text) }
}
