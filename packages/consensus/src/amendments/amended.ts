import { type Amendment, type Document, folderOf, type Programme, wholeDigest } from '@cahier/core'
import { foldProse, splitHead } from '@cahier/prose'

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
    programme.proposals.find((proposal) => proposal.id === id)?.document ?? programme.axes.find((axis) => axis.id === id)?.document ?? null
  return document === null ? null : { id, document, whole: wholeDigest(document, programme.assets) }
}

/** The amendments to one text, by id. */
export function amendmentsTo(programme: Programme, id: string): readonly Amendment[] {
  return programme.amendments.filter(({ document }) => folderOf(document.path) === id)
}

/** The marked text of an amendment: all that follows the heading of its text; `''` when it changes fields only. */
export function markedTextOf({ document }: Pick<Amendment, 'document'>, programme: Programme): string {
  const title = foldProse(programme.manifest.amendmentSections.text)
  const written = plainHeadingEnd(document.text, title)
  if (written !== null) return document.text.slice(written)
  const section = document.body?.sections.find((one) => foldProse(one.title) === title)
  const end = section?.heading.position?.end.offset
  return end === undefined ? '' : document.text.slice(end)
}

// Found on its line where nothing above could hide it, so that the Markdown of thousands of amendments need not be read.
function plainHeadingEnd(text: string, title: string): number | null {
  const { bodyStart } = splitHead(text)
  for (const match of text.slice(bodyStart).matchAll(/^(?:(## +)([^\r\n]*?)[ \t]*$|[ \t]*(?:```|~~~|<|[-=]+[ \t]*$|[-*+>] |\d+[.)] ))/gm)) {
    if (match[1] === undefined) return null
    if (foldProse(match[2] ?? '') === title) return bodyStart + match.index + match[0].length
  }
  return null
}
