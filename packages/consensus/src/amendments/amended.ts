import { type Amendment, type Document, folderOf, type Programme, wholeDigest } from '@cahier/core'

/** A proposal, or an axis, as what amendments change. */
export interface Amended {
  readonly id: string
  readonly document: Document
  /** The `whole` digest of its text. */
  readonly whole: string
}

/** The proposal, or else the axis, of that name; `null` when there is none. */
export function amendedOf(programme: Programme, id: string): Amended | null {
  const document =
    programme.proposals.find((proposal) => proposal.id === id)?.document ??
    programme.axes.find((axis) => axis.id === id)?.document ??
    null
  return document === null ? null : { id, document, whole: wholeDigest(document, programme.assets) }
}

/** The amendments to one text, by id. */
export function amendmentsTo(programme: Programme, id: string): readonly Amendment[] {
  return programme.amendments.filter(({ document }) => folderOf(document.path) === id)
}
