/** A stretch `[start, end)` of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of a text, and what takes its place. */
export interface Splice extends Span {
  readonly text: string
}

/**
 * A text once its splices are made; they rise and do not overlap. Those at one offset stand in the
 * order given.
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
