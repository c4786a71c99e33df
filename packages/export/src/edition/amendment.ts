import { dayInWords } from '../day-in-words.ts'
import { nameAlone } from './member.ts'
import type { FlowNode, InlineNode } from './nodes.ts'
import type { Wording, Words } from './words.ts'

/** A pending amendment: tracked changes on the blocks of a measure. */
export interface PrintedAmendment {
  readonly id: string
  /** The collective: its id, its name, and whether it is a fictional example. */
  readonly by: string
  readonly byName: string
  readonly example: boolean
  /** A day, or `''`. */
  readonly date: string
  /** Citations and notes are printed in brackets. */
  readonly reasons: readonly FlowNode[]
  /** The changed blocks, in the order of the text. */
  readonly blocks: readonly AmendedBlock[]
  /** The changed fields of the front matter. */
  readonly fields: readonly AmendedField[]
}

export interface AmendedBlock {
  /**
   * The number of the changed block, or of the block that an added one follows. A heading has the
   * number of the block below it.
   */
  readonly number: string
  /** The name of a block without a number, such as a note. */
  readonly place?: string
  /** Its rank among the leaf blocks of the source. */
  readonly ordinal: number
  /** A wholly new block. */
  readonly added: boolean
  /** The block with `insertion` and `deletion` nodes: without the former it is the current text. */
  readonly nodes: readonly InlineNode[]
}

export interface AmendedField {
  readonly label: string
  readonly nodes: readonly InlineNode[]
}

/** « §3.4 », « Note 2 » or « Ajout après §3.4 ». */
export function amendedPlace({ number, place, added }: AmendedBlock, words: Words): string {
  const where = place ?? `§${number}`
  return added ? `${words.addedAfter} ${where}` : where
}

/** Author and day of an amendment. */
export function amendmentTitle(
  { byName, example, date }: PrintedAmendment,
  { words, language }: Wording,
): string {
  return [nameAlone(byName, example, words), dayInWords(date, language)].filter(Boolean).join(', ')
}
