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

/** Lines that no paragraph goes on from: titles, rules, fences, tags. */
const WHOLE = /^[ \t]*(?:#{1,6}[ \t]|([-*_])(?:[ \t]*\1){2,}[ \t]*$|:{3}|`{3}|~{3}|\{[{%].*[}%]\}[ \t]*$)/

/** Items and definitions, whose words begin after their sign; and notes and admonitions, which hold all that is indented by four. */
const HOLDING = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|:)([ \t]+)|\[\^[^\]]+\][ \u00A0\u202F]?:|(?:!!!|\?\?\?\+?)[ \t]|===[!+]?[ \t]+")/

function columnsOf(blanks: string): number {
  return [...blanks].reduce((columns, sign) => (sign === '\t' ? columns + 4 - (columns % 4) : columns + 1), 0)
}
