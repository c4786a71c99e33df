import { type Amendment, type Document, folderOf, type Programme, wholeDigest } from '@cahier/core'
import { proposalOf } from '../find-by-id.ts'

/** A proposal or an axis: the two kinds of text that amendments change. */
export interface AmendableText {
  readonly id: string
  readonly document: Document
  /** The digest of the whole text. */
  readonly whole: string
}

/** The proposal with that id, else the axis with that id, else null. */
export function amendableText(programme: Programme, id: string): AmendableText | null {
  const document =
    proposalOf(programme, id)?.document ??
    programme.axes.find((axis) => axis.id === id)?.document ??
    null
  return document === null ? null : { id, document, whole: wholeDigest(document, programme.assets) }
}

export function amendmentsTo(programme: Programme, id: string): readonly Amendment[] {
  return programme.amendments.filter(({ document }) => folderOf(document.path) === id)
}

export function wasAdopted({ outcome }: Pick<Amendment, 'outcome'>): boolean {
  return outcome === 'adopted' || outcome === 'adopted-modified'
}

/** True when hunk (change) number `rank` was adopted. Without a list, all hunks were. */
export function isHunkAdopted({ adopted }: Pick<Amendment, 'adopted'>, rank: number): boolean {
  const hunks = adopted?.hunks ?? []
  return hunks.length === 0 || hunks.includes(rank)
}
