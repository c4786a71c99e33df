import type { Element } from 'xast'
import { x } from 'xastscript'
import type { NoteCall } from '../edition/nodes.ts'
import { span } from './paragraph.ts'
import type { Scope } from './scope.ts'

/**
 * The notes of one document. Each bears the number it has in the edition, as a label of its own:
 * note 3 of proposal 7 is note 3 in every format, and stays so when somebody adds a note.
 */
export interface Footnotes {
  /**
   * At the first call the note itself, at the next ones a reference to it: a note called twice is
   * printed once. A call that an amendment has `taken` out is not the first where another stays: no
   * reference can lead to a note that is in what was taken out.
   */
  readonly call: (
    call: NoteCall,
    scope: Scope,
    taken: boolean,
    body: () => readonly Element[],
  ) => Element
  readonly wasCalled: (call: NoteCall, scope: Scope) => boolean
}

/** No note called yet. */
export function newFootnotes(): Footnotes {
  const called = new Set<string>()
  const takenOut = new Set<string>()
  return {
    wasCalled: (call, scope) => called.has(idOf(call, scope)),
    call: (call, scope, taken, body) => {
      const id = idOf(call, scope)
      if (takenOut.has(id)) return raised(`${call.number}`)
      if (called.has(id) || (taken && scope.kept?.has(call.note))) return reference(id, call.number)
      called.add(id)
      if (taken) takenOut.add(id)
      const citation = x('text:note-citation', { 'text:label': `${call.number}` }, `${call.number}`)
      return x('text:note', { 'text:id': id, 'text:note-class': 'footnote' }, [
        citation,
        x('text:note-body', [...body()]),
      ])
    },
  }
}

function idOf({ number }: NoteCall, { prefix }: Scope): string {
  return ['n', ...prefix, number].join('_')
}

function reference(id: string, number: number): Element {
  const attributes = {
    'text:note-class': 'footnote',
    'text:reference-format': 'text',
    'text:ref-name': id,
  }
  return raised(x('text:note-ref', attributes, `${number}`))
}

function raised(content: Element | string): Element {
  return span('Footnote_20_anchor', content)
}
