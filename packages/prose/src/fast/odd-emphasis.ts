import type { Emphasis, Heading, Nodes, Paragraph, Strong, TableCell } from 'mdast'

/**
 * Whether two stars or two low lines that could have opened and closed an emphasis are left as text
 * in a block. The engine and the reference do not always agree on which of several make a pair; of
 * those they have paired in a block without any left, they do.
 */
export function hasUnusedMarks(block: Paragraph | Heading | TableCell, text: string): boolean {
  const open = new Set<string>()
  return visit(block)

  function visit(node: Nodes): boolean {
    if (node.type !== 'text') return 'children' in node && node.children.some(visit)
    if (!/[*_]/.test(node.value)) return false
    const end = node.position?.end.offset ?? 0
    MARKS.lastIndex = node.position?.start.offset ?? 0
    for (
      let match = MARKS.exec(text);
      match !== null && match.index < end;
      match = MARKS.exec(text)
    ) {
      const run = match[0]
      const mark = match[1] ?? match[2]
      if (mark === undefined) continue
      const before = text.charAt(match.index - 1)
      const after = text.charAt(match.index + run.length)
      if (open.has(mark) && couldClose(mark, before, after)) return true
      if (couldClose(mark, after, before)) open.add(mark)
    }
    return false
  }
}

/**
 * Whether an emphasis opens or closes where its marks, between a punctuation and a letter, cannot.
 */
export function hasOddEmphasis({ position }: Emphasis | Strong, text: string): boolean {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  return (
    isOdd(pastMarks(text, start, -1), pastMarks(text, start, 1)) ||
    isOdd(pastMarks(text, end - 1, 1), pastMarks(text, end - 1, -1))
  )
}

// Of the whole run, of which the emphasis may have used a part.
function pastMarks(text: string, from: number, step: number): string {
  let at = from
  while (text[at] === text[from]) at += step
  return text.charAt(at)
}

function isOdd(outside: string, inside: string): boolean {
  return WORD.test(outside) && !WORD.test(inside)
}

const WORD = /[\p{L}\p{N}\p{M}]/u

/** An escaped sign, or a run of marks. */
const MARKS = /\\[^\r\n]|(\*)\**|(_)_*/g

// The other way round for what could open.
function couldClose(mark: string, inside: string, outside: string): boolean {
  return (
    /\S/.test(inside) &&
    !(mark === '_' && /[\p{L}\p{N}]/u.test(inside) && /[\p{L}\p{N}]/u.test(outside))
  )
}
