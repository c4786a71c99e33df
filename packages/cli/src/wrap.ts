import stringWidth from 'string-width'

/** A text cut at ordinary spaces so that no line is wider than `width` columns, if its words allow it; lines after the first begin with `indent`. */
export function wrap(text: string, width: number, indent = '  '): string {
  const lines: string[] = []
  for (const word of text.split(/ (?=\S)/)) {
    const last = lines.at(-1)
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(word) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : `${indent}${word}`)
  }
  return lines.join('\n')
}
