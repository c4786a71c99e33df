import type { Edit } from '@cahier/core'

/** Lines beyond which two texts are no longer compared line by line. */
const MOST_LINES = 1500

/** The least edits, in whole lines, that make one text another: an editor keeps its cursor where nothing changes. */
export function textChanges(path: string, before: string, after: string): readonly Edit[] {
  const [old, young] = [linesOf(before), linesOf(after)]
  let head = 0
  while (head < Math.min(old.length, young.length) && old[head] === young[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, young.length) - head && old.at(-1 - tail) === young.at(-1 - tail)) tail++
  const [middle, replaced] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)]
  const edits: Edit[] = []
  let offset = old.slice(0, head).join('').length
  for (const { kept, removed, added } of stretches(middle, replaced)) {
    if (removed.length + added.length > 0) edits.push({ path, start: offset, end: offset + removed.join('').length, text: added.join('') })
    offset += removed.join('').length + kept.join('').length
  }
  return edits
}

interface Stretch {
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** Lines after the change that stay. */
  readonly kept: readonly string[]
}

function stretches(old: readonly string[], young: readonly string[]): readonly Stretch[] {
  if (old.length > MOST_LINES || young.length > MOST_LINES) return [{ removed: old, added: young, kept: [] }]
  const common = commonLengths(old, young)
  const found: Stretch[] = []
  for (let a = 0, b = 0; a < old.length || b < young.length; ) {
    const removed: string[] = []
    const added: string[] = []
    while ((a < old.length || b < young.length) && old[a] !== young[b]) {
      const isRemoved = b === young.length || (a < old.length && (common[a + 1]?.[b] ?? 0) >= (common[a]?.[b + 1] ?? 0))
      if (isRemoved) removed.push(old[a++] as string)
      else added.push(young[b++] as string)
    }
    const kept: string[] = []
    while (a < old.length && b < young.length && old[a] === young[b]) {
      kept.push(old[a++] as string)
      b++
    }
    found.push({ removed, added, kept })
  }
  return found
}

/** How many lines two texts share, in order, from each pair of lines on. */
function commonLengths(old: readonly string[], young: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1))
  for (let a = old.length - 1; a >= 0; a--) {
    const [row, below] = [rows[a] as Uint16Array, rows[a + 1] as Uint16Array]
    for (let b = young.length - 1; b >= 0; b--)
      row[b] = old[a] === young[b] ? (below[b + 1] ?? 0) + 1 : Math.max(below[b] ?? 0, row[b + 1] ?? 0)
  }
  return rows
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
