import type { Element } from 'xast'
import { x } from 'xastscript'
import type { NoteCall } from '../edition/nodes.ts'
import { span } from './paragraph.ts'
import type { Scope } from './scope.ts'

/** The notes of one document. A note keeps its number in the edition, as a label. */
export interface Footnotes {
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
