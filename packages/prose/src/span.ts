/** The range `[start, end)` of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A range of a text and its replacement. */
export interface Splice extends Span {
  readonly text: string
}

/**
 * Applies splices, given in order, to a text.
 * @throws when two splices overlap.
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  let done = ''
  let from = 0
  for (const { start, end, text: put } of splices) {
    if (start < from) throw new RangeError(`splices collide at offset ${start}`)
    done += text.slice(from, start) + put
    from = end
  }
  return done + text.slice(from)
}
