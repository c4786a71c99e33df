import type { Line } from './book-lines.ts'

/**
 * Which lines are code by their indent alone: four blanks more than what they stand in, and no
 * paragraph that goes on.
 */
export function indentedCode(lines: readonly Line[]): readonly boolean[] {
  /**
   * Where the words begin of what a line may stand in: items, notes, definitions, admonitions. The
   * innermost last.
   */
  let around: number[] = []
  let mayBegin = true
  let depth = 0
  return lines.map((line) => {
    const quote = QUOTE.exec(line.text)?.[0] ?? ''
    const text = line.text.slice(quote.length)
    const signs = quote.split('>').length - 1
    // A paragraph may go on without the sign of its quotation.
    if (signs > depth || (signs < depth && mayBegin)) {
      around = []
      mayBegin = true
    }
    depth = signs
    if (text.trim() === '') {
      mayBegin = true
      return false
    }
    const indent = columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '')
    while (mayBegin && indent < (around.at(-1) ?? 0)) around.pop()
    const isCode = mayBegin && indent >= (around.at(-1) ?? 0) + 4
    const isWhole = isCode || WHOLE.test(text)
    const [opening, blanks] = isWhole ? [] : (HOLDING.exec(text) ?? [])
    if (opening !== undefined) {
      while (indent < (around.at(-1) ?? 0)) around.pop()
      around.push(blanks === undefined ? indent + 4 : columnsOf(opening))
    }
    mayBegin = isWhole
    return isCode
  })
}

/** The signs of the quotations that a line stands in. */
const QUOTE = /^(?: {0,3}> ?)+/

/** Lines that no paragraph goes on from: titles, rules, fences, tags. */
export const WHOLE: RegExp =
  /^[ \t]*(?:#{1,6}[ \t]|([-*_])(?:[ \t]*\1){2,}[ \t]*$|:{3}|`{3}|~{3}|\{[{%].*[}%]\}[ \t]*$)/

/**
 * Items and definitions, whose words begin after their sign; and notes and admonitions, which hold
 * all that is indented by four.
 */
const HOLDING =
  /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|:)([ \t]+)|\[\^[^\]]+\][ \u00A0\u202F]?:|(?:!!!|\?\?\?\+?)[ \t]|===[!+]?[ \t]+")/

function columnsOf(blanks: string): number {
  return [...blanks].reduce(
    (columns, sign) => (sign === '\t' ? columns + 4 - (columns % 4) : columns + 1),
    0,
  )
}
