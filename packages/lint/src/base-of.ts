import { type Document, memoize } from '@cahier/core'
import { baseText } from '@cahier/prose'
import type { Settings } from './settings.ts'

/**
 * A text cut in blocks and words, as amendments to it are placed in it. Those to one text come one
 * after the other: its words are kept, and those of no other.
 */
export const baseOf = memoize((_settings: Settings, { text, referenceBody }: Document) =>
  baseText(text, referenceBody?.tree),
)
