import type { Terminal } from '../command.ts'

/**
 * A text cut at ordinary spaces so that no line is wider than `width` columns, if its words allow
 * it; lines after the first begin with `indent`. The line ends it has are kept.
 */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n')
}

/** A text set `indent` to the right, its further lines by two more. */
export function hanging(text: string, width: number, indent = ''): string {
  return wrap(`${indent}${text}`, width, `${indent}  `)
}

/** The same as `wrap` at the width of a terminal; as it is where lines are not cut. */
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

// No line begins with a sign that French sets apart with a space, nor ends with an opening
// guillemet.
const BREAKS = /(?<!«) (?=[^\s])(?![:;!?»][:;!?».,)]*(?: |$))/

// Colours take no column, nor do accents written apart. Nothing wider than a column stands in our
// sentences.
function columns(text: string): number {
  return [...text.replace(/\x1B\[\d+m|\p{M}/gu, '')].length
}
