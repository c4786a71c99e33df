import type { Splice } from '../span.ts'

/** One replacement made by a typographic rule; an empty range is an insertion. */
export interface Change extends Splice {
  /** The offset of a pair, such as two quotes: all changes of one pair are made, or none. */
  readonly pair?: number
}

export interface Correction extends Change {
  readonly name: TypographicName
}

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
