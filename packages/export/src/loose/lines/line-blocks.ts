import { fenceAfter, isBlank, type Line } from './book-lines.ts'
import { indentedCode } from './indented-code.ts'

/** Whether a text may hold lines that begin with a bar. */
export const LINE_BLOCKS: RegExp = /^ {0,3}\|(?: .*)?(?:\r\n|\r|\n) {0,3}\|(?: |$)/m

/**
 * Writes what pandoc calls a line block, an address or a poem of which each line has a bar before
 * it, as lines that break where they did; how far each is set in is lost. A bar in the words makes
 * rows of a table of it: it stays.
 */
export function writeLineBlocks(lines: readonly Line[]): readonly Line[] {
  const isIndentedCode = indentedCode(lines)
  const written: Line[] = []
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    fence = fenceAfter(line.text, fence)
    const block =
      fence === '' && !isIndentedCode[at] && isBlank(lines[at - 1]) ? blockAt(lines, at) : []
    // As far in as its first bar: it stands in the same item.
    const indent = line.text.slice(0, line.text.indexOf('|'))
    block.forEach((one, index) => {
      written.push(said(one, block[index + 1], indent))
    })
    if (block.length === 0) written.push(line)
    at += Math.max(block.length - 1, 0)
  }
  return written
}

const BAR = /^ {0,3}\|(?= |$) ?/

/** The lines of a block; one that is too long for its line goes on behind blanks. */
function blockAt(lines: readonly Line[], at: number): readonly Line[] {
  let end = at
  while (BAR.test(lines[end]?.text ?? '') || (end > at && /^[ \t]+\S/.test(lines[end]?.text ?? '')))
    end++
  const block = lines.slice(at, end)
  const isOne =
    block.length > 1 &&
    isBlank(lines[end]) &&
    !block.some(({ text }) => /\||^[-: ]+$/.test(text.replace(BAR, '').trim()))
  return isOne ? block : []
}

function said(line: Line, below: Line | undefined, indent: string): Line {
  const written = line.text.replace(BAR, '').trim()
  const words = asWords(written)
  const isLast =
    below === undefined ||
    !BAR.test(below.text) ||
    isBlank({ ...below, text: below.text.replace(BAR, '') })
  const text = words === '' ? '' : `${indent}${words}${isLast ? '' : '\\'}`
  return { ...line, text, from: line.from + line.text.lastIndexOf(written) - indent.length }
}

/** Words that would begin a list, a title or a quotation, as words. */
function asWords(words: string): string {
  return words
    .replace(/^(?=[-+*] |#{1,6} |>|[-=]+$|:|`{3}|~{3})/, '\\')
    .replace(/^(\d{1,9})(?=[.)] )/, '$1\\')
}
