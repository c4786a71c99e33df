import type { Splice } from '../span.ts'

/** One replacement that typography makes; an empty stretch is an insertion. */
export interface Change extends Splice {
  /**
   * Changes of one pair, such as two quotes, are made together or not at all; named by where the
   * pair begins.
   */
  readonly pair?: number
}

/** A change with the rule it comes from. */
export interface Correction extends Change {
  readonly name: TypographicName
}

/** The subject of a correction. */
export type TypographicName =
  | 'unicode'
  | 'spaces'
  | 'ellipsis'
  | 'apostrophe'
  | 'quotes'
  | 'ordinals'
  | 'ligatures'
  | 'accented-capitals'
  | 'abbreviations'
  | 'punctuation-space'
  | 'number-space'
  | 'symbol-space'
  | 'century'
