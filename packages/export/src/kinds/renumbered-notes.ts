import type { FlowNode, Note, NoteCall } from '../edition/nodes.ts'
import { rewritten } from './rewritten.ts'

/**
 * The notes that these texts still call, numbered from 1 in order of first call, and the texts with
 * their calls counted anew.
 */
export function renumberedNotes(
  flows: readonly (readonly FlowNode[])[],
  notes: readonly Note[],
): { readonly flows: readonly (readonly FlowNode[])[]; readonly notes: readonly Note[] } {
  const known = new Map(notes.map((note) => [note.id, note]))
  const called = new Map<string, { readonly number: number; calls: number }>()
  const count = (call: NoteCall): NoteCall[] => {
    if (!known.has(call.note)) return []
    const note = called.get(call.note) ?? { number: called.size + 1, calls: 0 }
    called.set(call.note, note)
    note.calls++
    return [{ ...call, number: note.number, call: note.calls }]
  }
  const counted = flows.map((flow) =>
    rewritten(flow, (node) => (node.type === 'noteCall' ? count(node) : null)),
  )
  const kept = [...called].map(([id, { number, calls }]) => ({
    ...(known.get(id) as Note),
    number,
    calls,
  }))
  return { flows: counted, notes: kept }
}
