import type { Place } from './place.ts'

/** A change of a file: `[start, end)` (UTF-16 offsets) is replaced by `text`. */
export interface Edit {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The edit that replaces a place by a text. */
export function editAt(path: string, { start, end }: Place, text: string): Edit {
  return { path, start: start.offset, end: end.offset, text }
}

/**
 * Applies edits to one text, whatever their order.
 * @throws {RangeError} when two edits overlap, insert at one point, or leave the text.
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
