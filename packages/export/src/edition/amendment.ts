import { dayInWords } from '../day-in-words.ts'
import { nameAlone } from './member.ts'
import type { FlowNode, InlineNode } from './nodes.ts'
import type { Wording, Words } from './words.ts'

/** A pending amendment: tracked changes on a measure (a proposal as printed). */
export interface PrintedAmendment {
  readonly id: string
  /** Id of its author, a collective. `example` is true for a fictional one. */
  readonly by: string
  readonly byName: string
  readonly example: boolean
  /** `YYYY-MM-DD`, or `''`. */
  readonly date: string
  /** With citations and notes in brackets. */
  readonly reasons: readonly FlowNode[]
  readonly blocks: readonly AmendedBlock[]
  readonly fields: readonly AmendedField[]
}

export interface AmendedBlock {
  /** The block before an added one, or the block below a heading, gives its number. */
  readonly number: string
  /** For a block without a number, its name: « Note 2 ». */
  readonly place?: string
  /** Rank of the block among the leaf blocks of the source file. */
  readonly ordinal: number
  readonly added: boolean
  /** Without its `insertion` nodes, the block has the current text. */
  readonly nodes: readonly InlineNode[]
}

export interface AmendedField {
  readonly label: string
  readonly nodes: readonly InlineNode[]
}

/** The title of a changed block: « §3.4 », « Note 2 » or « Ajout après §3.4 ». */
export function amendedPlace({ number, place, added }: AmendedBlock, words: Words): string {
  const where = place ?? `§${number}`
  return added ? `${words.addedAfter} ${where}` : where
}

export function amendmentTitle(
  { byName, example, date }: PrintedAmendment,
  { words, language }: Wording,
): string {
  return [nameAlone(byName, example, words), dayInWords(date, language)].filter(Boolean).join(', ')
}
