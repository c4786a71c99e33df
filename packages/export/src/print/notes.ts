import { THIN } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import type { FlowNode, Note, NoteCall } from '../edition/nodes.ts'

/** Collects the notes of a proposal or chapter while it is printed: one note for each key. */
export interface NoteBook {
  /**
   * Returns a call (reference mark) to the note of `key`. `write` makes the note at its first call.
   */
  readonly call: (key: string, write: () => FlowNode[]) => NoteCall
  /** The number of the note of `key`; 0 before its first call. */
  readonly numberOf: (key: string) => number
  readonly notes: () => Note[]
}

export function openNoteBook(): NoteBook {
  const byKey = new Map<string, { id: string; number: number; nodes: FlowNode[]; calls: number }>()
  return {
    call(key, write) {
      let entry = byKey.get(key)
      if (entry === undefined) {
        const number = byKey.size + 1
        entry = { id: `note-${number}`, number, nodes: [], calls: 0 }
        byKey.set(key, entry)
        entry.nodes = write()
      }
      entry.calls++
      return { type: 'noteCall', note: entry.id, number: entry.number, call: entry.calls }
    },
    numberOf: (key) => byKey.get(key)?.number ?? 0,
    notes: () => [...byKey.values()],
  }
}

/** Removes the space before note calls, puts a thin space between two calls, and joins texts. */
export function attachCalls(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const set: PhrasingContent[] = []
  for (const node of nodes) {
    if (node.type === 'noteCall') trimEnd(set)
    const last = set.at(-1)
    if (node.type === 'noteCall' && last?.type === 'noteCall')
      set.push({ type: 'text', value: THIN })
    if (node.type === 'text' && last?.type === 'text' && node.data?.lang === last.data?.lang)
      set[set.length - 1] = { ...last, value: last.value + node.value }
    else set.push(node)
  }
  return set
}

/** Separates words from note calls: a link may not contain a call. */
export function withoutCalls(nodes: readonly PhrasingContent[]): {
  readonly words: PhrasingContent[]
  readonly calls: NoteCall[]
} {
  const words: PhrasingContent[] = []
  const calls: NoteCall[] = []
  for (const node of nodes) {
    if (node.type === 'noteCall') calls.push(node)
    else if (!('children' in node)) words.push(node)
    else {
      const inside = withoutCalls(node.children)
      calls.push(...inside.calls)
      if (inside.words.length > 0) words.push({ ...node, children: inside.words })
    }
  }
  if (calls.length > 0) trimEnd(words)
  return { words, calls }
}

function trimEnd(nodes: PhrasingContent[]) {
  const last = nodes.at(-1)
  if (last === undefined) return
  if (last.type === 'text') {
    const value = last.value.replace(/\s+$/u, '')
    nodes.pop()
    if (value !== '') nodes.push({ ...last, value })
  } else if ('children' in last && last.children.length > 0) {
    const children = [...last.children]
    trimEnd(children)
    nodes[nodes.length - 1] = { ...last, children }
  }
}
