import type { Edition } from '../edition/edition.ts'
import { type Anchors, bookmarkNames, newAnchors } from './anchors.ts'
import type { Footnotes } from './footnotes.ts'
import type { Pictures } from './pictures.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { type ChangeRegister, newChangeRegister } from './tracked/change-register.ts'

/** One document while it is written: names, notes and styles used so far. */
export interface OdtWriter {
  readonly edition: Edition
  readonly sheet: Sheet
  readonly anchors: Anchors
  /** The bookmark of each target of cross references. */
  readonly targets: ReadonlyMap<string, string>
  readonly footnotes: Footnotes
  readonly pictures: Pictures
  readonly changes: ChangeRegister
  /** Widths of the table columns used, in hundredths of the text width. */
  readonly columns: Set<number>
  /** Styles of paragraphs against the direction of the document. */
  readonly turned: Set<string>
  /** Styles of paragraphs kept on the page of the next one. */
  readonly kept: Set<string>
  readonly nextCaption: (sort: CaptionSort) => number
}

export type CaptionSort = 'Figure' | 'Table'

export function newOdtWriter(
  edition: Edition,
  footnotes: Footnotes,
  pictures: Pictures,
): OdtWriter {
  const anchors = newAnchors()
  const captions = { Figure: 0, Table: 0 }
  return {
    edition,
    sheet: sheetOf(edition.kind),
    anchors,
    targets: bookmarkNames(edition, anchors),
    footnotes,
    pictures,
    changes: newChangeRegister(),
    columns: new Set(),
    turned: new Set(),
    kept: new Set(),
    nextCaption: (sort) => ++captions[sort],
  }
}
