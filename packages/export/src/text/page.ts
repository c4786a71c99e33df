import stringWidth from 'string-width'
import type { Edition } from '../edition/edition.ts'

/** How wide a page of plain text is, in columns. */
export const COLUMNS = 72

/** What setting text needs to know of where it stands. */
export interface TextPage {
  readonly edition: Edition
  /** Columns on the left that the numbers of blocks stand in; 0 where blocks bear none. */
  readonly gutter: number
  /** Columns on the left after those. */
  readonly indent: number
  /** Printed after the number of each block; `''` for nothing. */
  readonly mark: string
}

/** A page without numbers. */
export function barePage(edition: Edition): TextPage {
  return { edition, gutter: 0, indent: 0, mark: '' }
}

/** A page whose blocks are numbered. */
export function numberedPage(edition: Edition, mark: string): TextPage {
  return { edition, gutter: 8, indent: 0, mark }
}

/**
 * A block with its number at the beginning of the line, what marks it (a bullet, a note's number),
 * then its words, further lines under the first.
 */
export function blockLines(text: string, page: TextPage, number = '', marker = ''): string[] {
  const { gutter, indent, mark } = page
  const label = number === '' ? '' : `§${number} `
  const first = label.padEnd(gutter) + ' '.repeat(indent) + marker
  const rest = ' '.repeat(gutter + indent + columnsOf(marker))
  const said = number === '' || mark === '' ? text : `[${mark}] ${text}`
  return wrapped(said, COLUMNS - rest.length).map((line, index) =>
    `${index === 0 ? first : rest}${line}`.trimEnd(),
  )
}

/** A title, underlined. */
export function titleLines(text: string, underline: string): string[] {
  const lines = wrapped(text, COLUMNS)
  return [...lines, underline.repeat(Math.min(COLUMNS, Math.max(...lines.map(columnsOf))))]
}

/**
 * A text cut at ordinary spaces into lines of at most `width` columns; a longer word, such as an
 * address, stays whole. Line ends are kept.
 */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrappedLine(line, width))
}

function wrappedLine(text: string, width: number): string[] {
  const lines: string[] = []
  let columns = 0
  for (const word of text.split(/ +/).filter((one) => one !== '')) {
    const wide = columnsOf(word)
    if (lines.length > 0 && columns + 1 + wide <= width) {
      lines[lines.length - 1] += ` ${word}`
      columns += 1 + wide
    } else {
      lines.push(word)
      columns = wide
    }
  }
  return lines.length === 0 ? [''] : lines
}

/** Columns that a text takes where each letter has the same width. */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

// Letters of one column each, by far the most of what we print.
const PLAIN = /^[\u0020-\u007E\u00A0-\u02FF\u2010-\u205E]*$/
