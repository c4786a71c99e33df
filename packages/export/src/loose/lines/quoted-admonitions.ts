import { type AdmonitionOpening, admonitionOpening, closesColons } from './admonition-opening.ts'
import { fenceAfter, type Line } from './book-lines.ts'

/** Whether a text may hold admonitions. */
export const ADMONITIONS: RegExp = /^ *(?::{3}|!!!|\?\?\?|===[!+]?[ \t]+")/m

/** Writes the admonitions of a text as quotations with a head, those inside others too. */
export function quoteAdmonitions(lines: readonly Line[]): readonly Line[] {
  return quoted(lines, DEEPEST)
}

/** Quotations inside one another; what is deeper stays as it was written. */
const DEEPEST = 8

function quoted(lines: readonly Line[], depth: number): readonly Line[] {
  if (depth === 0) return lines
  const closings = closingsIn(lines)
  const written: Line[] = []
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const opening = fence === '' ? admonitionOpening(line.text) : null
    const last =
      opening === null
        ? -1
        : opening.ends === 'colons'
          ? (closings.get(at) ?? -1)
          : lastIndented(lines, at, opening.indent)
    if (opening === null || last <= at) {
      fence = fenceAfter(line.text, fence)
      written.push(line)
      continue
    }
    const isFenced = opening.ends === 'colons'
    const inside = lines.slice(at + 1, isFenced ? last : last + 1)
    const said = quoted(isFenced ? inside : inside.map(outdented(opening.indent)), depth - 1)
    for (const one of quotation(line, said, opening)) written.push(one)
    // Without a blank line, what comes next would go on with the quotation.
    const close = lines[last] as Line
    written.push({ ...close, text: '', end: close.end || '\n' })
    at = last
  }
  return written
}

function quotation(
  opening: Line,
  inside: readonly Line[],
  { head, indent, ends }: AdmonitionOpening,
): Line[] {
  if (head === null) return [{ ...opening, text: '' }, ...inside]
  const margin = ' '.repeat(indent)
  const quote = (line: Line): Line => {
    const before = ends === 'indent' ? margin : (/^ */.exec(line.text)?.[0].slice(0, indent) ?? '')
    const rest = ends === 'indent' ? line.text : line.text.slice(before.length)
    return {
      ...line,
      text: `${before}> ${rest}`,
      end: line.end || '\n',
      from: line.from - before.length - 2 + (line.text.length - rest.length),
    }
  }
  const heads = head === '' ? [] : [head, '']
  return [
    ...heads.map((text) => ({ ...opening, text: `${margin}> ${text}` })),
    ...inside.map(quote),
  ]
}

/**
 * Takes off the four spaces, or the tab, that make a line part of what an indent ends, and those
 * before its opening.
 */
function outdented(indent: number): (line: Line) => Line {
  return (line) => {
    const removed = line.text.startsWith('\t')
      ? 1
      : Math.min(/^ */.exec(line.text)?.[0].length ?? 0, indent + 4)
    return { ...line, text: line.text.slice(removed), from: line.from + removed }
  }
}

/** The last line that belongs to the one at `at`; that one itself when none does. */
function lastIndented(lines: readonly Line[], at: number, indent: number): number {
  let last = at
  for (let next = at + 1; next < lines.length; next++) {
    const { text } = lines[next] as Line
    if (text.trim() === '') continue
    if (!text.startsWith(' '.repeat(indent + 4)) && !(indent === 0 && text.startsWith('\t'))) break
    last = next
  }
  return last
}

/** For each line that opens with colons, the one that closes it, where there is one. */
function closingsIn(lines: readonly Line[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open: number[] = []
  let fence = ''
  lines.forEach(({ text }, at) => {
    fence = fenceAfter(text, fence)
    if (fence !== '') return
    if (admonitionOpening(text)?.ends === 'colons') open.push(at)
    const opener = closesColons(text) ? open.pop() : undefined
    if (opener !== undefined) closings.set(opener, at)
  })
  return closings
}
