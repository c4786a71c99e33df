import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../edition/edition.ts'
import type { Note, NoteCall } from '../edition/nodes.ts'
import { type Anchors, bookmarkNames, newAnchors } from './anchors.ts'
import { span } from './paragraph.ts'
import type { Pictures } from './pictures.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { type ChangeRegister, newChangeRegister } from './tracked/change-register.ts'

/** The state of one ODT document while it is written. */
export interface OdtWriter {
  readonly edition: Edition
  readonly sheet: Sheet
  readonly anchors: Anchors
  /** The bookmark name of each target of cross references. */
  readonly targets: ReadonlyMap<string, string>
  readonly footnotes: Footnotes
  readonly pictures: Pictures
  readonly changes: ChangeRegister
  /** Widths of the table columns used, in hundredths of the text width. */
  readonly columns: Set<number>
  /** Styles of paragraphs that read against the document's direction. */
  readonly turned: Set<string>
  /** Styles of paragraphs that stay on the page of the next paragraph. */
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

/** The footnotes of one document. Labels are the note numbers of the edition. */
interface Footnotes {
  /**
   * The note at its first call, then references to it. A note also called outside deleted text goes
   * outside: a reference cannot lead into deleted text.
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
