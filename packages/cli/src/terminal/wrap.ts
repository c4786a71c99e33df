import type { Terminal } from '../command.ts'

/**
 * Wraps text at ordinary spaces to `width` columns; later lines begin with `indent`. Line ends
 * stay.
 */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n')
}

/** Wraps to the width of the terminal; returns the text unchanged when `wraps` is false. */
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

// Spaces where a line may end: not before French punctuation, and not after `«`.
const BREAKS = /(?<!«) (?=[^\s])(?![:;!?»][:;!?».,)]*(?: |$))/

// Colours and combining accents take no column. Messages have no wide characters.
function columns(text: string): number {
  return [...text.replace(/\x1B\[\d+m|\p{M}/gu, '')].length
}
