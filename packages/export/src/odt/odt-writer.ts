import type { Element } from 'xast'
import type { Edition } from '../edition/edition.ts'
import type { Note, NoteCall } from '../edition/nodes.ts'
import { type Anchors, bookmarkNames, newAnchors } from './anchors.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import type { TrackedChanges } from './tracked/track-changes.ts'

/** The state of one ODT document while it is written. */
export interface OdtWriter {
  readonly edition: Edition
  readonly sheet: Sheet
  readonly anchors: Anchors
  /** The bookmark name of each target of cross references. */
  readonly targets: ReadonlyMap<string, string>
  /** The notes written so far, by id: true for a note in deleted text. */
  readonly notes: Map<string, boolean>
  readonly readAsset: (path: string) => Uint8Array
  /** Pictures by asset path. */
  readonly pictures: Map<string, Picture>
  readonly changes: TrackedChanges
  /** Widths of the table columns used, in hundredths of the text width. */
  readonly columns: Set<number>
  /** The languages of words in another language than the edition's. */
  readonly languages: Set<string>
  /** Styles of paragraphs that read against the document's direction. */
  readonly turned: Set<string>
  /** Styles of paragraphs that stay on the page of the next paragraph. */
  readonly kept: Set<string>
  readonly captions: { Figure: number; Table: number }
}

export function newOdtWriter(edition: Edition, readAsset: OdtWriter['readAsset']): OdtWriter {
  const anchors = newAnchors()
  return {
    edition,
    sheet: sheetOf(edition.kind),
    anchors,
    targets: bookmarkNames(edition, anchors),
    notes: new Map(),
    readAsset,
    pictures: new Map(),
    changes: { regions: [], explained: new Set() },
    columns: new Set(),
    languages: new Set(),
    turned: new Set(),
    kept: new Set(),
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
  /** The start of its block names: `['b', 7]` for proposal 7, `['c', 2]` for axis 2. */
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
  /** True inside a note. Notes cannot be nested: an inner note is written in brackets. */
  readonly inNote: boolean
  readonly isDeleted?: boolean
  /** The indent of the lists and quotations around the block, in centimetres. */
  readonly inset?: number
  /** The end of the block name, for a block without a rank in the source. */
  readonly unranked: readonly (string | number)[]
}
