import { COLUMNS, type Page } from './page.ts'
import { columnsOf, wrapped } from './wrapped.ts'

/**
 * A block with its number at the beginning of the line, what marks it (a bullet, a note's number),
 * then its words, further lines under the first.
 */
export function blockLines(text: string, page: Page, number = '', marker = ''): string[] {
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
