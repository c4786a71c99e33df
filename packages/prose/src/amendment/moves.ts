import type { Hunk } from './hunk.ts'

/** Words that a passage has at least when taking it out here and putting it in there is moving it. */
const PASSAGE = 3

/** Joins each deletion and the insertion of the same text, when both are the only ones of that text. */
export function withMoves(hunks: readonly Hunk[]): readonly Hunk[] {
  const names = new Map<string, { readonly from: Hunk[]; readonly to: Hunk[] }>()
  for (const hunk of hunks) {
    const [part] = hunk.parts
    if (part === undefined || (hunk.operation !== 'deletion' && hunk.operation !== 'insertion')) continue
    const taken = hunk.operation === 'deletion'
    const name = bare(taken ? part.takes : part.puts)
    if (name.split('\u0001').length < PASSAGE) continue
    const pair = names.get(name) ?? { from: [], to: [] }
    names.set(name, pair)
    pair[taken ? 'from' : 'to'].push(hunk)
  }
  const joined = new Map<Hunk, Hunk | null>()
  for (const { from, to } of names.values()) {
    const [source, target] = [from[0], to[0]]
    if (source === undefined || target === undefined || from.length + to.length > 2) continue
    joined.set(source, { ...source, operation: 'move', new: target.new, parts: [...source.parts, ...target.parts] })
    joined.set(target, null)
  }
  return hunks.flatMap((hunk) => {
    const moved = joined.get(hunk)
    return moved === null ? [] : [moved ?? hunk]
  })
}

// The dash of an item is not part of what is moved.
function bare(name: string): string {
  return name.replace(/^(?:[-*+]|\d{1,9}\u0001[.)]|>)\u0001/, '')
}
