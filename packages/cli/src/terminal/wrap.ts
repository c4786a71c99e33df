import type { Terminal } from '../command.ts'

/**
 * Wraps text at ordinary spaces to `width` columns. Lines after the first begin with `indent`.
 * Existing line ends stay.
 */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n')
}

/** Indents a text, and wrapped lines by two more columns. */
export function hanging(text: string, width: number, indent = ''): string {
  return wrap(`${indent}${text}`, width, `${indent}  `)
}

/** Wraps to the width of a terminal, or not at all where lines are not wrapped. */
export function wrapFor(
  { wraps, width }: Pick<Terminal, 'wraps' | 'width'>,
  text: string,
  indent = '',
): string {
  return wraps ? wrap(text, width, indent) : text
}

function wrapLine(text: string, width: number, indent: string): string {
  const lines: string[] = []
  for (const word of text.split(BREAKS)) {
    const last = lines.at(-1)
    if (last !== undefined && columns(last) + 1 + columns(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : `${indent}${word}`)
  }
  return lines.join('\n')
}

// No line begins with a French punctuation mark, nor ends with an opening guillemet.
const BREAKS = /(?<!«) (?=[^\s])(?![:;!?»][:;!?».,)]*(?: |$))/

// Colours and combining accents take no column. Our sentences have no wider signs.
function columns(text: string): number {
  return [...text.replace(/\x1B\[\d+m|\p{M}/gu, '')].length
}
