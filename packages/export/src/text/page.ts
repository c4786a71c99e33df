import stringWidth from 'string-width'
import type { Edition } from '../edition/edition.ts'

export const COLUMNS = 72

interface Layout {
  /** Columns for block numbers on the left; 0 without numbers. */
  readonly gutter: number
  /** More columns on the left, after the gutter. */
  readonly indent: number
  readonly mark: string
}

const BARE: Layout = { gutter: 0, indent: 0, mark: '' }
/** The layout of a block below its title line. */
export const INDENTED: Layout = { ...BARE, indent: 4 }

export interface TextPage extends Layout {
  readonly edition: Edition
}

export function barePage(edition: Edition, indent = 0): TextPage {
  return { ...BARE, edition, indent }
}

export function numberedPage(edition: Edition, mark: string): TextPage {
  return { edition, gutter: 8, indent: 0, mark }
}

export function itemLines(text: string, marker = '- ', layout: Layout = BARE): string[] {
  return blockLines(text, layout, '', marker)
}

/** The lines of a block: number, marker (a bullet, a note number), then wrapped text. */
export function blockLines(
  text: string,
  { gutter, indent, mark }: Layout = BARE,
  number = '',
  marker = '',
): string[] {
  const label = number === '' ? '' : `§${number} `
  const first = label.padEnd(gutter) + ' '.repeat(indent) + marker
  const rest = ' '.repeat(gutter + indent + columnsOf(marker))
  const content = number === '' || mark === '' ? text : `[${mark}] ${text}`
  return wrapped(content, COLUMNS - rest.length).map((line, index) =>
    `${index === 0 ? first : rest}${line}`.trimEnd(),
  )
}

export function titleLines(text: string, underline: string): string[] {
  const lines = wrapped(text, COLUMNS)
  return [...lines, underline.repeat(Math.min(COLUMNS, Math.max(...lines.map(columnsOf))))]
}

/** A part with its title; empty without blocks. */
export function titledBlocks(
  title: string,
  underline: string,
  blocks: readonly string[][],
): string[][] {
  return blocks.length === 0 ? [] : [titleLines(title, underline), ...blocks]
}

/** Wraps a text at spaces. A word longer than `width`, such as an address, is not cut. */
export function wrapped(text: string, width: number, widthOf = columnsOf): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let filled = Infinity
    for (const word of line.split(/ +/).filter(Boolean)) {
      const longer = filled + widthOf(' ') + widthOf(word)
      if (longer <= width) lines[lines.length - 1] += ` ${word}`
      else lines.push(word)
      filled = longer <= width ? longer : widthOf(word)
    }
    return lines.length === 0 ? [''] : lines
  })
}

/** Columns of a text in a monospaced font. */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

// Texts whose characters are one column wide.
const PLAIN = /^[\u0020-\u007E\u00A0-\u02FF\u2010-\u205E]*$/
