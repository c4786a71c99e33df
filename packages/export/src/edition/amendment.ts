import { dayInWords } from '../day-in-words.ts'
import { nameAlone } from './member.ts'
import type { FlowNode, InlineNode } from './nodes.ts'
import type { Wording, Words } from './words.ts'

/** A pending amendment to a proposal, as tracked changes. */
export interface PrintedAmendment {
  readonly id: string
  /** Id of the collective that wrote it. */
  readonly by: string
  readonly byName: string
  /** True for a fictional collective. */
  readonly example: boolean
  readonly date: string
  /** The reasons, with citations and notes in brackets. */
  readonly reasons: readonly FlowNode[]
  readonly blocks: readonly AmendedBlock[]
  readonly fields: readonly AmendedField[]
}

export interface AmendedBlock {
  /** An added block has the number of the block before it; a heading, of the block below. */
  readonly number: string
  /** For a block without a number, its name: « Note 2 ». */
  readonly place?: string
  /** Rank in the source file, among blocks without inner blocks. */
  readonly ordinal: number
  readonly added: boolean
  /** The current text, with `insertion` and `deletion` nodes. */
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
