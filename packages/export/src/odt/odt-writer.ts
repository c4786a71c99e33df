import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../edition/edition.ts'
import type { Note, NoteCall } from '../edition/nodes.ts'
import { type Anchors, bookmarkNames, newAnchors } from './anchors.ts'
import { span } from './paragraph.ts'
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

/** The notes of one document. A note keeps its number in the edition, as a label. */
interface Footnotes {
  /**
   * The note at its first call, then references. A call in deleted text does not count if another
   * is kept: a reference cannot lead into deleted text.
   */
  readonly call: (
    call: NoteCall,
    scope: Scope,
    isDeleted: boolean,
    body: () => readonly Element[],
  ) => Element
  readonly wasCalled: (call: NoteCall, scope: Scope) => boolean
}

export function newFootnotes(): Footnotes {
  const called = new Set<string>()
  const deletedNotes = new Set<string>()
  return {
    wasCalled: (call, scope) => called.has(idOf(call, scope)),
    call: (call, scope, isDeleted, body) => {
      const id = idOf(call, scope)
      if (deletedNotes.has(id)) return raised(`${call.number}`)
      if (called.has(id) || (isDeleted && scope.kept?.has(call.note)))
        return raised(
          x(
            'text:note-ref',
            {
              'text:note-class': 'footnote',
              'text:reference-format': 'text',
              'text:ref-name': id,
            },
            `${call.number}`,
          ),
        )
      called.add(id)
      if (isDeleted) deletedNotes.add(id)
      return x('text:note', { 'text:id': id, 'text:note-class': 'footnote' }, [
        x('text:note-citation', { 'text:label': `${call.number}` }, `${call.number}`),
        x('text:note-body', [...body()]),
      ])
    },
  }
}

function idOf({ number }: NoteCall, { prefix }: Scope): string {
  return ['n', ...prefix, number].join('_')
}

function raised(content: Element | string): Element {
  return span('Footnote_20_anchor', content)
}

/** The text of a block: a proposal, an introduction or the bibliography. */
export interface Scope {
  /** The start of its block names: `b` and the number of a proposal, `c` and that of an axis. */
  readonly prefix: readonly (string | number)[]
  readonly notes: readonly Note[]
  /** Printed beside block numbers while the proposal is not adopted (« projet »); else empty. */
  readonly mark: string
  /** Ids of the notes with a call outside deleted text. */
  readonly kept?: ReadonlySet<string>
}
