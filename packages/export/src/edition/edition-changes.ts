import type { FlowNode } from './edition.ts'

/** What changed since the edition before. */
export interface EditionChanges {
  /** The edition before, and its day. */
  readonly edition: string
  readonly date: string
  /**
   * What people wrote of it, from the changesets; where nothing changed, a sentence that says so.
   */
  readonly words: readonly FlowNode[]
  /** In print order; what left comes last. */
  readonly measures: readonly MeasureChange[]
}

export interface MeasureChange {
  readonly id: string
  /** Its number in this edition; in the one before when it left. */
  readonly number: number
  readonly title: string
  readonly kind: 'added' | 'reworded' | 'mended' | 'status' | 'left'
  /** One sentence in the edition's language, ready to print. */
  readonly sentence: string
}
