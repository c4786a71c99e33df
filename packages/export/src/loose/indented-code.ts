import type { Line } from './book-lines.ts'

/** Which lines are code by their indent alone: four blanks more than what they stand in, and no paragraph that goes on. */
export function indentedCode(lines: readonly Line[]): readonly boolean[] {
  /** Where the words begin of what a line may stand in: items, notes, definitions, admonitions. The innermost last. */
  const around: number[] = []
  let mayBegin = true
  return lines.map(({ text }) => {
    if (text.trim() === '') {
      mayBegin = true
      return false
    }
    const indent = columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '')
    while (mayBegin && indent < (around.at(-1) ?? 0)) around.pop()
    const isCode = mayBegin && indent >= (around.at(-1) ?? 0) + 4
    const [opening, blanks] = isCode ? [] : (HOLDING.exec(text) ?? [])
    if (opening !== undefined) {
      while (indent < (around.at(-1) ?? 0)) around.pop()
      around.push(blanks === undefined ? indent + 4 : columnsOf(opening))
    }
    mayBegin = isCode
    return isCode
  })
}

/** Items and definitions, whose words begin after their sign; and notes and admonitions, which hold all that is indented by four. */
const HOLDING = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|:)([ \t]+)|\[\^[^\]]+\][ \u00A0\u202F]?:|(?:!!!|\?\?\?\+?)[ \t]|===[!+]?[ \t]+")/

function columnsOf(blanks: string): number {
  return [...blanks].reduce((columns, sign) => (sign === '\t' ? columns + 4 - (columns % 4) : columns + 1), 0)
}
