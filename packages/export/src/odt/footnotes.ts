import type { Element } from 'xast'
import { x } from 'xastscript'
import type { NoteCall } from '../edition.ts'
import type { Scope } from './desk.ts'

/** The notes of one document, numbered anew in each chapter as the styles say, whatever their number in the edition. */
export interface Footnotes {
  /** At the first call the note itself, at the next ones a reference to it: a note called twice is printed once. */
  readonly call: (call: NoteCall, scope: Scope, body: () => readonly Element[]) => Element
  readonly wasCalled: (call: NoteCall, scope: Scope) => boolean
  readonly startChapter: () => void
}

/** No note called yet. */
export function newFootnotes(): Footnotes {
  const numbers = new Map<string, number>()
  let last = 0
  return {
    wasCalled: (call, scope) => numbers.has(idOf(call, scope)),
    startChapter: () => {
      last = 0
    },
    call: (call, scope, body) => {
      const id = idOf(call, scope)
      const known = numbers.get(id)
      if (known !== undefined) return reference(id, known)
      numbers.set(id, ++last)
      const citation = x('text:note-citation', `${last}`)
      return x('text:note', { 'text:id': id, 'text:note-class': 'footnote' }, [citation, x('text:note-body', [...body()])])
    },
  }
}

function idOf({ number }: NoteCall, { prefix }: Scope): string {
  return ['n', ...prefix, number].join('_')
}

function reference(id: string, number: number): Element {
  const attributes = { 'text:note-class': 'footnote', 'text:reference-format': 'text', 'text:ref-name': id }
  return x('text:span', { 'text:style-name': 'Footnote_20_anchor' }, [x('text:note-ref', attributes, `${number}`)])
}
