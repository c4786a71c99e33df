import type { Element } from 'xast'
import type { Edition } from '../edition/edition.ts'
import type { Note, NoteCall } from '../edition/nodes.ts'
import { bookmarkNames, newAnchors } from './anchors.ts'
import { pageLayoutOf } from './page-layout.ts'
import type { TrackedChanges } from './tracked/track-changes.ts'

/** The state of one ODT document while it is written. */
export type OdtWriter = ReturnType<typeof newOdtWriter>

export function newOdtWriter(edition: Edition, readAsset: (path: string) => Uint8Array) {
  const anchors = newAnchors()
  const changes: TrackedChanges = { regions: [], explained: new Set() }
  return {
    edition,
    sheet: pageLayoutOf(edition.kind),
    anchors,
    /** The bookmark name of each target of cross references. */
    targets: bookmarkNames(edition, anchors),
    /** The notes written so far, by id: true for a note in deleted text. */
    notes: new Map<string, boolean>(),
    readAsset,
    pictures: new Map<string, Picture>(),
    changes,
    /** Widths of the table columns used, in hundredths of the text width. */
    columns: new Set<number>(),
    /** The languages of words in another language than the edition's. */
    languages: new Set<string>(),
    /** Styles of paragraphs that read against the document's direction. */
    turned: new Set<string>(),
    /** Styles of paragraphs that stay on the page of the next paragraph. */
    kept: new Set<string>(),
    captions: { Figure: 0, Table: 0 },
  }
}

export interface Picture {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The rank in the document, from 1. */
  readonly number: number
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** The text that contains a block: a proposal, an introduction or the bibliography. */
export interface Scope {
  /** The start of the block names: `['b', 7]` for proposal 7, `['c', 2]` for axis 2. */
  readonly prefix: readonly (string | number)[]
  readonly notes: readonly Note[]
  /** The status printed beside block numbers (« projet »); empty once adopted. */
  readonly mark: string
  /** Ids of the notes with a call outside deleted text. */
  readonly kept?: ReadonlySet<string>
}

/** The state to write one block and its inline nodes. */
export interface BlockWriter extends Scope {
  readonly odt: OdtWriter
  readonly noteBody: (call: NoteCall) => readonly Element[]
  /** Notes cannot be nested: an inner note is written in brackets. */
  readonly inNote: boolean
  readonly isDeleted?: boolean
  /** The indent of the lists and quotations around the block, in centimetres. */
  readonly inset?: number
  /** The end of the name of a block that has no number (`ordinal`) in the Markdown source. */
  readonly unranked: readonly (string | number)[]
}
