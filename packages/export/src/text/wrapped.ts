import stringWidth from 'string-width'

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
