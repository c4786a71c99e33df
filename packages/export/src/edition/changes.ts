import { dayInWords } from '../day-in-words.ts'
import type { FlowNode } from './nodes.ts'
import type { Wording } from './words.ts'

/** Changes since the previous edition. */
export interface EditionChanges {
  /** Name of the previous edition; `date` is its day. */
  readonly edition: string
  readonly date: string
  /** Text of the changelog; a ready-made sentence when nothing changed. */
  readonly words: readonly FlowNode[]
  /** In print order; measures that are no longer printed (`left`) come last. */
  readonly measures: readonly MeasureChange[]
}

export interface MeasureChange {
  readonly id: string
  /** Number of the measure in this edition; for `left`, in the previous edition. */
  readonly number: number
  readonly title: string
  /** `reworded`: text that members consent to changed. `mended`: only other text changed. */
  readonly kind: 'added' | 'reworded' | 'mended' | 'status' | 'left'
  readonly sentence: string
}

/** A label: « Depuis l’édition 2026-1, 24 novembre 2026 ». */
export function sinceEditionLabel(
  { edition, date }: EditionChanges,
  { words, language }: Wording,
): string {
  return [`${words.sinceEdition} ${edition}`, dayInWords(date, language)].filter(Boolean).join(', ')
}
