import type { Answer } from '@cahier/core'

/** What one recipient was handed, and what it answered. */
export interface PrintedTransmission {
  readonly id: string
  /** Of an organisation, ready to print. */
  readonly name: string
  /** An addressee of the manifest, and its title. */
  readonly addressee: string
  readonly addresseeLabel: string
  /** By day. */
  readonly handed: readonly PrintedHanding[]
}

export interface PrintedHanding {
  readonly edition: string
  readonly date: string
  readonly proposals: readonly HandedProposal[]
  /** By day, earlier answers on the same proposal included. */
  readonly answers: readonly PrintedAnswer[]
}

/** A proposal by its title of today; what this edition does not print has no page to lead to. */
export interface HandedProposal {
  readonly id: string
  readonly title: string
}

export interface PrintedAnswer {
  readonly proposal: HandedProposal
  readonly answer: Answer['answer']
  readonly answerLabel: string
  readonly date: string
  /** An address, or `''`. */
  readonly link: string
}
