import type { FlowNode, Note, NoteCall } from '../edition/nodes.ts'

/**
 * The notes of one measure or chapter while it is being printed: a thing called again is the note
 * it already has.
 */
export interface NoteBook {
  /** A call to the note of `key`; `write` gives its text and is asked once. */
  readonly call: (key: string, write: () => FlowNode[]) => NoteCall
  /** The number of the note of `key`; 0 when nothing calls it. */
  readonly numberOf: (key: string) => number
  /** All notes so far, in order of first call. */
  readonly notes: () => Note[]
}

export function openNoteBook(): NoteBook {
  const pages = new Map<string, { id: string; number: number; nodes: FlowNode[]; calls: number }>()
  return {
    call(key, write) {
      let page = pages.get(key)
      if (page === undefined) {
        const number = pages.size + 1
        page = { id: `note-${number}`, number, nodes: [], calls: 0 }
        pages.set(key, page)
        page.nodes = write()
      }
      page.calls++
      return { type: 'noteCall', note: page.id, number: page.number, call: page.calls }
    },
    numberOf: (key) => pages.get(key)?.number ?? 0,
    notes: () => [...pages.values()],
  }
}
