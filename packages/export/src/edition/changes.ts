import { dayInWords } from '../day-in-words.ts'
import type { FlowNode } from './nodes.ts'
import type { Wording } from './words.ts'

/** Changes since the previous edition. */
export interface EditionChanges {
  /** The previous edition, and its day. */
  readonly edition: string
  readonly date: string
  /** From the changesets; a sentence of our own when nothing changed. */
  readonly words: readonly FlowNode[]
  /** In print order; removed measures last. */
  readonly measures: readonly MeasureChange[]
}

export interface MeasureChange {
  readonly id: string
  /** Its number in this edition; in the previous one for a removed measure. */
  readonly number: number
  readonly title: string
  readonly kind: 'added' | 'reworded' | 'mended' | 'status' | 'left'
  /** One sentence in the edition's language, ready to print. */
  readonly sentence: string
}

/** « Depuis l’édition 2026-1, 24 novembre 2026 ». */
export function sinceEdition(
  { edition, date }: EditionChanges,
  { words, language }: Wording,
): string {
  return [`${words.sinceEdition} ${edition}`, dayInWords(date, language)].filter(Boolean).join(', ')
}
