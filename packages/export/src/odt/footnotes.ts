import type { Element } from 'xast'
import { x } from 'xastscript'
import type { NoteCall } from '../edition.ts'
import type { Scope } from './desk.ts'

/**
 * The notes of one document. Each bears the number it has in the edition, as a label of its own: note 3 of proposal 7 is note 3 in every format,
 * and stays so when somebody adds a note.
 */
export interface Footnotes {
  /** At the first call the note itself, at the next ones a reference to it: a note called twice is printed once. */
  readonly call: (call: NoteCall, scope: Scope, body: () => readonly Element[]) => Element
  readonly wasCalled: (call: NoteCall, scope: Scope) => boolean
}

/** No note called yet. */
export function newFootnotes(): Footnotes {
  const called = new Set<string>()
  return {
    wasCalled: (call, scope) => called.has(idOf(call, scope)),
    call: (call, scope, body) => {
      const id = idOf(call, scope)
      if (called.has(id)) return reference(id, call.number)
      called.add(id)
      const citation = x('text:note-citation', { 'text:label': `${call.number}` }, `${call.number}`)
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
