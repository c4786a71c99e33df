import { fenceAfter, type Line } from './book-lines.ts'

/** Whether a text may hold lists of definitions. */
export const DEFINITIONS: RegExp = /^ {0,3}(?:(?:Table)?:[ \t]+\S|\*\[[^\]\n]+\]:)/m

/**
 * Writes lists of definitions (a term, and below it lines that begin with a colon) as terms in bold
 * with what they mean under them, those of abbreviations (`*[HTML]: …`), which paper cannot show at
 * a touch, as a list, and what pandoc has under a table (`: Words`, `Table: Words`) as words.
 */
export function writeDefinitions(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => DEFINITIONS.test(text))) return lines
  const written: Line[] = []
  let fence = ''
  /** How far the definition that is being read is indented; 0 outside of one. */
  let inside = 0
  lines.forEach((line, at) => {
    if (inside === 0 || indentOf(line.text) < inside) fence = fenceAfter(line.text, fence)
    if (fence !== '') {
      written.push(line)
      return
    }
    const [, mark, said] = /^( {0,3}:[ \t]+)(\S.*)$/.exec(line.text) ?? []
    const [, short, long] = /^ {0,3}\*\[([^\]]+)\]:[ \t]+(\S.*)$/.exec(line.text) ?? []
    const caption =
      inside === 0 && isUnderTable(lines, at) ? CAPTION.exec(line.text)?.[1] : undefined
    if (caption !== undefined)
      written.push({ ...line, text: caption, from: line.from + line.text.indexOf(caption) })
    else if (
      mark !== undefined &&
      said !== undefined &&
      (inside > 0 || isTerm(termAbove(lines, at)))
    ) {
      written.push({ ...line, text: '' }, { ...line, text: said, from: line.from + mark.length })
      inside = mark.includes('\t') ? 4 : Math.min(mark.length, 4)
    } else if (short !== undefined) written.push({ ...line, text: `- **${short}** : ${long}` })
    else if (inside > 0 && line.text.trim() !== '' && indentOf(line.text) >= Math.min(inside, 2)) {
      const cut = line.text.startsWith('\t') ? 1 : Math.min(indentOf(line.text), inside)
      written.push({ ...line, text: line.text.slice(cut), from: line.from + cut })
    } else {
      if (line.text.trim() !== '' && lines[at - 1]?.text.trim() === '') inside = 0
      written.push(
        opensDefinition(lines, at) && !line.text.includes('*')
          ? { ...line, text: `**${line.text.trim()}**` }
          : line,
      )
    }
  })
  return written
}

const CAPTION = /^ {0,3}(?:Table)?:[ \t]+(\S.*?)(?<![ \t])(?:[ \t]*\{#[^{}]*\})?[ \t]*$/

function isUnderTable(lines: readonly Line[], at: number): boolean {
  return lines[at - 1]?.text.trim() === '' && /^ {0,3}\|/.test(lines[at - 2]?.text ?? '')
}

/** Whether the line at `at` is a term, right above its definition or with a blank line between. */
function opensDefinition(lines: readonly Line[], at: number): boolean {
  const below = lines[at + 1]?.text.trim() === '' ? at + 2 : at + 1
  return (
    /^ {0,3}:[ \t]+\S/.test(lines[below]?.text ?? '') &&
    termAbove(lines, below) === lines[at]?.text &&
    isTerm(lines[at]?.text ?? '')
  )
}

/** The line that a definition defines: alone between blank lines, `''` for none. */
function termAbove(lines: readonly Line[], at: number): string {
  const term = lines[at - 1]?.text.trim() === '' ? at - 2 : at - 1
  return (lines[term - 1]?.text ?? '').trim() === '' ? (lines[term]?.text ?? '') : ''
}

// A term is short: what is longer is a sentence that was cut before its colon. A note is none.
function isTerm(line: string): boolean {
  return /^(?![#>|:=~`]|[-*+] |\d+[.)] |[-=*_ ]+$|\[[^\]]+\]:)\S.{0,59}$/.test(line)
}

function indentOf(line: string): number {
  return line.startsWith('\t') ? 4 : (/^ */.exec(line)?.[0].length ?? 0)
}
