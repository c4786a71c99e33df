import { fenceAfter, type Line } from './book-lines.ts'
import { codeIn } from './code-in-lines.ts'
import { CRITIC_MARKS, writeMarks } from './critic-marks.ts'
import { indentedCode } from './indented-code.ts'
import { CROOKED_ADDRESSES, straightAddresses } from './straight-addresses.ts'
import { taggedCode } from './written-templates.ts'

/** Whether a text may hold lines that speak to a tool alone. */
export const SIGNS_OF_TOOLS: RegExp =
  /^ {0,3}(?:\{:?[ \t]*[#.\w]|\{\{#|\[TOC\]|\[\[_?TOC_?\]\]|%%|\\(?:newpage|pagebreak|clear|tableof))/im

/**
 * Takes away lines that speak to a tool, and to no reader: attributes of kramdown (`{: .lead }`, of
 * which an identifier stays as an anchor), places of tables of contents, new pages, comments of
 * Obsidian. What is left has its addresses straight, and its marks written.
 */
export function withoutSigns(lines: readonly Line[]): readonly Line[] {
  if (
    !lines.some(({ text }) =>
      [SIGNS_OF_TOOLS, CROOKED_ADDRESSES, CRITIC_MARKS].some((sign) => sign.test(text)),
    )
  )
    return lines
  const isIndentedCode = indentedCode(lines)
  const isCode = codeIn(lines)
  const closings = taggedCode(lines)
  let closed = 0
  let fence = ''
  let isComment = false
  return lines.map((line, at) => {
    if (!isComment) fence = fenceAfter(line.text, fence)
    if (fence !== '' || isIndentedCode[at] || at < closed) return line
    closed = closings.get(at) ?? closed
    if (/^%%[ \t]*$/.test(line.text) && (isComment || isClosedBelow(lines, at))) {
      isComment = !isComment
      return { ...line, text: '' }
    }
    if (isComment) return { ...line, text: '' }
    // A list that only holds the place of a table of contents goes with it.
    const isPlace =
      /^ {0,3}(?:[-*+]|\d{1,9}[.)]) [^[\]]*$/.test(line.text) &&
      PLACE.test(lines[at + 1]?.text ?? '')
    return isPlace
      ? { ...line, text: '' }
      : withoutSign(line, lines[at - 1]?.text ?? '', isCode(at))
  })
}

const PLACE = /^ {0,3}\{:[ \t]*toc\b/

function isClosedBelow(lines: readonly Line[], at: number): boolean {
  return lines.slice(at + 1).some(({ text }) => /^%%[ \t]*$/.test(text))
}

function withoutSign(line: Line, before: string, isCode: (at: number) => boolean): Line {
  const attributes = /^ {0,3}\{(:.*|[ \t]*[#.][\w-][^{}]*)\}[ \t]*$/.exec(line.text)?.[1]
  if (attributes !== undefined) {
    const id = /(?:^|[\s:])#([\w-]+)/.exec(attributes)?.[1]
    // Under a table the anchor would be a row of it.
    return {
      ...line,
      text:
        id === undefined || PLACE.test(line.text) || before.includes('|')
          ? ''
          : `<a id="${id}"></a>`,
    }
  }
  return {
    ...line,
    text: NOTHING_SEEN.test(line.text)
      ? ''
      : writeMarks(straightAddresses(line.text, isCode), isCode),
  }
}

const NOTHING_SEEN =
  /^ {0,3}(?:\[TOC\]|\[\[_?TOC_?\]\]|%%.*%%|\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|listoffigures|listoftables|maketitle))[ \t]*$/i
