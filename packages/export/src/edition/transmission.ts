import type { Answer } from '@cahier/core'

/** One recipient, the editions handed over to it, and its answers. */
export interface PrintedTransmission {
  readonly id: string
  readonly name: string
  /** Kind of recipient: id of an addressee of the manifest. */
  readonly addressee: string
  readonly addresseeLabel: string
  readonly handed: readonly PrintedHanding[]
}

export interface PrintedHanding {
  readonly edition: string
  readonly date: string
  readonly proposals: readonly HandedProposal[]
  /** By day. A proposal may have several answers. */
  readonly answers: readonly PrintedAnswer[]
}

/** A proposal with its current title, printed in this edition or not. */
export interface HandedProposal {
  readonly id: string
  readonly title: string
}

export interface PrintedAnswer {
  readonly proposal: HandedProposal
  readonly answer: Answer['answer']
  readonly answerLabel: string
  readonly date: string
  readonly link: string
}
