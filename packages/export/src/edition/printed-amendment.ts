import type { FlowNode, InlineNode } from './edition.ts'

/** A wish to change a measure, as printed: tracked changes on the measure's own blocks. */
export interface PrintedAmendment {
  readonly id: string
  /** Id of the collective, its name, and whether it is a fictional example. */
  readonly by: string
  readonly byName: string
  readonly example: boolean
  /** A day, or `''`. */
  readonly date: string
  /** Why; citations and notes are printed in brackets. */
  readonly reasons: readonly FlowNode[]
  /** The blocks it touches, in the order of the text. */
  readonly blocks: readonly AmendedBlock[]
  /** The fields it touches: label, and the words with their marks. */
  readonly fields: readonly AmendedField[]
}

export interface AmendedBlock {
  /**
   * The number of the block it changes, or that it follows when it is wholly new; a heading has
   * that of the block it heads.
   */
  readonly number: string
  /** What to call a block that bears no number and is near none: a note. */
  readonly place?: string
  /** The rank of that block among the leaf blocks of the source. */
  readonly ordinal: number
  /** A block between others that the text does not have yet. */
  readonly added: boolean
  /**
   * The whole block: what stays, `insertion` and `deletion` nodes. Leaving out the one or the other
   * gives each text; one of them may be empty.
   */
  readonly nodes: readonly InlineNode[]
}

export interface AmendedField {
  readonly label: string
  readonly nodes: readonly InlineNode[]
}
