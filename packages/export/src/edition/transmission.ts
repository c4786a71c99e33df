import type { Answer } from '@cahier/core'

/** The editions handed to one recipient, and its answers. */
export interface PrintedTransmission {
  readonly id: string
  /** The name of the organisation, ready to print. */
  readonly name: string
  /** The id and title of an addressee of the manifest. */
  readonly addressee: string
  readonly addresseeLabel: string
  /** By day. */
  readonly handed: readonly PrintedHanding[]
}

export interface PrintedHanding {
  readonly edition: string
  readonly date: string
  readonly proposals: readonly HandedProposal[]
  /** By day; earlier answers to the same proposal included. */
  readonly answers: readonly PrintedAnswer[]
}

/** A proposal under its current title. It may not be printed in this edition. */
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
