import type { Finding } from '@cahier/core'
import stringWidth from 'fast-string-width'
import { withoutEscapes } from '../terminal/terminal.ts'

/** A line of text, cut around the finding if long, and the carets under it. */
export interface Excerpt {
  readonly line: string
  readonly caret: { readonly before: string; readonly signs: string }
}

/**
 * The first line of a finding, with carets under its words, in `width` columns: two for a wide
 * letter, none for a combining accent, one for a tab. Control characters become signs. `null` when
 * the line is blank.
 */
export function excerptOf(
  { place: { start, end } }: Pick<Finding, 'place'>,
  line: string,
  width: number,
): Excerpt | null {
  const stop = end.line === start.line ? end.column - 1 : line.length
  if (line.trim() === '') return null
  const from = start.column - 1
  const most = width * MOST
  const before = charactersOf(line.slice(Math.max(0, from - most), from))
  const shown = charactersOf(line.slice(from, Math.min(stop, from + most)))
  const after = charactersOf(line.slice(Math.max(stop, from), Math.max(stop, from) + most))
  const about = fitting(shown, width - 2)
  const room = width - 2 - widthOf(about)
  // The words before a finding explain more than the words after.
  const lead = fittingAtEnd(
    before,
    Math.max(Math.min(room, Math.ceil(room * 0.6)), room - widthOf(after)),
  )
  const tail = fitting(after, room - widthOf(lead))
  const isCut = lead.length < before.length || from > most
  const isShort = about.length < shown.length || tail.length < after.length
  const opening = isCut ? '…' : ''
  return {
    line: `${opening}${[lead, about, tail].map(written).join('')}${isShort ? '…' : ''}`,
    caret: {
      before: ' '.repeat(opening.length + widthOf(lead)),
      signs: '^'.repeat(Math.max(1, widthOf(about))),
    },
  }
}

/** UTF-16 units read for each column: a hostile line may have megabytes. */
const MOST = 8

/** Characters of one column that never combine. */
const PLAIN = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u202F\u20AC]*$/

/** The graphemes of a text; a plain text is its own list. */
type Characters = string | readonly string[]

let segments: Intl.Segmenter | undefined

function charactersOf(text: string): Characters {
  if (PLAIN.test(text)) return text
  segments ??= new Intl.Segmenter('fr', { granularity: 'grapheme' })
  return [...segments.segment(text)].map(({ segment }) =>
    withoutEscapes(segment.replace(/\t/g, ' ').replace(/\uFEFF/g, ''), { colours: false }),
  )
}

function written(characters: Characters): string {
  return typeof characters === 'string' ? characters : characters.join('')
}

function widthOf(characters: Characters): number {
  return typeof characters === 'string'
    ? characters.length
    : characters.reduce((sum, character) => sum + stringWidth(character), 0)
}

function fitting(characters: Characters, room: number): Characters {
  if (typeof characters === 'string') return characters.slice(0, Math.max(0, room))
  let left = room
  const end = characters.findIndex((character) => {
    left -= stringWidth(character)
    return left < 0
  })
  return end < 0 ? characters : characters.slice(0, end)
}

function fittingAtEnd(characters: Characters, room: number): Characters {
  if (typeof characters === 'string')
    return characters.slice(Math.max(0, characters.length - Math.max(0, room)))
  return [...(fitting([...characters].reverse(), room) as readonly string[])].reverse()
}
