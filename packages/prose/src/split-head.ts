import type { Span } from './span.ts'

/** A Markdown file cut at its YAML head. Offsets are those of the whole text. */
export interface SplitText {
  /** Range of the YAML between the two `---` lines, or `null` when the file opens with none. */
  readonly head: Span | null
  /**
   * Whether a head was opened and never closed: then it is read up to the first line that can be no
   * YAML.
   */
  readonly unclosed: boolean
  readonly bodyStart: number
}

/**
 * Finds the head between a first line `---` and the next line `---` (or `...`), blanks at their end
 * allowed, after an optional BOM.
 */
export function splitHead(text: string): SplitText {
  const from = text.startsWith('\uFEFF') ? 1 : 0
  const opening = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(from, from + 80))
  if (opening === null) return { head: null, unclosed: false, bodyStart: from }
  const start = from + opening[0].length
  const fence = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/gm
  fence.lastIndex = start
  const closing = fence.exec(text)
  if (closing !== null)
    return {
      head: { start, end: closing.index },
      unclosed: false,
      bodyStart: closing.index + closing[0].length,
    }
  // Between the two signs that end a line on Windows there is no empty one.
  const found = text.search(/^(?!(?<=\r)\n)(?:#{1,6} |[ \t]*$)/m)
  const end = found < 0 ? text.length : found
  return { head: { start, end }, unclosed: true, bodyStart: end }
}
