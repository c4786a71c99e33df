import type { Place } from './place.ts'

/** A change of a file: `text` replaces `[start, end)`, in UTF-16 offsets. */
export interface Edit {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
}

export function editAt(path: string, { start, end }: Place, text: string): Edit {
  return { path, start: start.offset, end: end.offset, text }
}

/**
 * Applies edits, in any order, to one text.
 * @throws {RangeError} when two edits overlap or insert at the same point, or when one goes past
 * the end of the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let done = ''
  let from = 0
  for (const [index, edit] of sorted.entries()) {
    const previous = sorted[index - 1]
    const collides =
      edit.start < from || (previous?.start === edit.start && previous.end === edit.end)
    if (collides || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edits collide at offset ${edit.start} of ${edit.path}`)
    }
    done += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return done + text.slice(from)
}
