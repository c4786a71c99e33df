import type { Finding } from '@cahier/core'
import stringWidth from 'fast-string-width'
import { withoutEscapes } from '../terminal/terminal.ts'

/** A line of text, cut around the finding if long, and the carets for the line below. */
export interface Excerpt {
  readonly line: string
  readonly caret: { readonly before: string; readonly signs: string }
}

/**
 * The first line of a finding, with carets under its words, in at most `width` columns. Control
 * characters become visible signs. `null` when the line is blank.
 */
export function excerptOf(
  { place: { start, end } }: Pick<Finding, 'place'>,
  line: string,
  width: number,
): Excerpt | null {
  const stop = end.line === start.line ? end.column - 1 : line.length
  if (line.trim() === '') return null
  const from = start.column - 1
  const longest = width * MOST
  const before = charactersOf(line.slice(Math.max(0, from - longest), from))
  const shown = charactersOf(line.slice(from, Math.min(stop, from + longest)))
  const after = charactersOf(line.slice(Math.max(stop, from), Math.max(stop, from) + longest))
  const about = fitting(shown, width - 2)
  const room = width - 2 - widthOf(about)
  // The words before a finding explain more than the words after.
  const most = Math.max(Math.min(room, Math.ceil(room * 0.6)), room - widthOf(after))
  const lead = fitting(before.toReversed(), most).toReversed()
  const tail = fitting(after, room - widthOf(lead))
  const isCut = lead.length < before.length || from > longest
  const isShort = about.length < shown.length || tail.length < after.length
  const opening = isCut ? '…' : ''
  return {
    line: `${opening}${[...lead, ...about, ...tail].join('')}${isShort ? '…' : ''}`,
    caret: {
      before: ' '.repeat(opening.length + widthOf(lead)),
      signs: '^'.repeat(Math.max(1, widthOf(about))),
    },
  }
}

/** UTF-16 units read for each column: a hostile line may have megabytes. */
const MOST = 8

/** Matches texts whose characters never combine. */
const PLAIN = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u202F\u20AC]*$/

let segments: Intl.Segmenter | undefined

// The graphemes of a text, each as it is shown.
function charactersOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return [...text]
  segments ??= new Intl.Segmenter('fr', { granularity: 'grapheme' })
  return Array.from(segments.segment(text), ({ segment }) =>
    withoutEscapes(segment.replace(/\t/g, ' ').replace(/\uFEFF/g, ''), { colours: false }),
  )
}

function widthOf(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + stringWidth(character), 0)
}

function fitting(characters: readonly string[], room: number): readonly string[] {
  let left = room
  const end = characters.findIndex((character) => {
    left -= stringWidth(character)
    return left < 0
  })
  return end < 0 ? characters : characters.slice(0, end)
}
