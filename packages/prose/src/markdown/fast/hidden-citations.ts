import type { Nodes, Root, Text } from 'mdast'
import type { Point } from 'unist'
import { matchesIn } from '../../matches-in.ts'
import type { Span } from '../../span.ts'
import { type Citation, citationItems } from '../citation.ts'

/** A text with citations hidden under signs of the same length, for a parser without citations. */
export interface VeiledText {
  readonly text: string
  readonly citations: readonly Span[]
}

/**
 * Replaces each citation by private-use letters between two `§`: a parser reads them like a word
 * between brackets. `null` when only the reference parser can find the citations.
 */
export function hideCitations(text: string): VeiledText | null {
  if (!text.includes('[@') && !text.includes('[-@')) return { text, citations: [] }
  if (text.includes(LETTER)) return null
  const citations: { start: number; end: number }[] = []
  const blockAt = blocksIn(text)
  let veiled = ''
  let from = 0
  for (const { 0: citation, index } of matchesIn(text, CITATION)) {
    const end = index + citation.length
    // A citation before `:` may be a definition, which affects the whole text.
    if (text[end] === ':' || isUncertain(text, citation, index, blockAt)) return null
    if (text[end] === '(' || text[end] === '[') continue
    citations.push({ start: index, end })
    veiled += `${text.slice(from, index)}${EDGE}${LETTER.repeat(citation.length - 2)}${EDGE}`
    from = end
  }
  return { text: veiled + text.slice(from), citations }
}

/** Puts the citations back into a tree; false when one is lost, or inside an address. */
export function restoreCitations(tree: Root, text: string, { citations }: VeiledText): boolean {
  let next = 0
  return citations.length === 0 || (visit(tree, false) && next === citations.length)

  function visit(node: Nodes, isAddress: boolean) {
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html')
      node.value = unveiled(node.value)
    if (hasVeil(node)) return false
    if (!('children' in node)) return true
    const isAutolink = node.type === 'link' && text.charAt(node.position?.start.offset ?? 0) === '<'
    const children: Nodes[] = []
    for (const child of node.children as Nodes[]) {
      if ((child.position?.end.offset ?? 0) <= (citations[next]?.start ?? text.length))
        children.push(child)
      else if (child.type !== 'text' || !child.value.includes(LETTER)) {
        if (!visit(child, isAddress || isAutolink)) return false
        children.push(child)
      } else if (isAddress || isAutolink) return false
      else children.push(...piecesOf(child))
    }
    node.children = children as typeof node.children
    return true
  }

  function unveiled(value: string) {
    return value.replace(VEIL, () => {
      const span = citations[next++]
      return text.slice(span?.start, span?.end)
    })
  }

  function piecesOf({ value, position }: Text) {
    const pieces: Nodes[] = []
    let start = position?.start as Point
    let from = 0
    for (const { 0: veil, index } of matchesIn(value, VEIL)) {
      const span = citations[next++]
      if (span === undefined) break
      const opening = pointAt(span.start, start)
      const before = value.slice(from, index)
      // When a text ends with a line break, its node ends there. The node leaves out the indent or
      // quote marker before the citation.
      if (before !== '')
        pieces.push(textOf(before, start, before.endsWith('\n') ? startOfLine(opening) : opening))
      const ending = { line: opening.line, column: opening.column + veil.length, offset: span.end }
      const written = text.slice(span.start, span.end)
      pieces.push({
        type: 'citation',
        value: written,
        items: citationItems(written, [span.start]),
        position: { start: opening, end: ending },
      } satisfies Citation)
      from = index + veil.length
      start = /^\r?\n/.test(value.slice(from)) ? pastBlanks(ending) : ending
    }
    if (from < value.length) pieces.push(textOf(value.slice(from), start, position?.end as Point))
    return pieces
  }

  function pointAt(offset: number, { line, column, offset: from = 0 }: Point) {
    const between = text.slice(from, offset)
    const last = between.lastIndexOf('\n')
    return last < 0
      ? { line, column: column + offset - from, offset }
      : { line: line + between.split('\n').length - 1, column: between.length - last, offset }
  }

  function pastBlanks({ line, column, offset = 0 }: Point) {
    let end = offset
    while (text[end] === ' ' || text[end] === '\t') end++
    return { line, column: column + end - offset, offset: end }
  }
}

const EDGE = '§'
const LETTER = '\uE000'
const VEIL = /§\uE000+§/g

const CITATION = /\[-?@[^[\]\\]*\]/g

// True when Markdown around or inside a citation may change how the citation is read.
function isUncertain(
  text: string,
  citation: string,
  index: number,
  blockAt: (index: number) => number,
) {
  const before = text.charAt(index - 1)
  return (
    before === '\\' ||
    before === '!' ||
    before === ']' ||
    /[`<>|\r\n]/.test(citation) ||
    (/["'()]/.test(citation) && mayBeInLink(text.slice(blockAt(index), index)))
  )
}

function mayBeInLink(before: string) {
  const opened = before.lastIndexOf('](')
  return opened >= 0 && !/^[^()"'<\s]*\)/.test(before.slice(opened + 2))
}

// Returns a function that finds the start of the block around an offset. Each call needs a higher
// offset than the last.
function blocksIn(text: string): (index: number) => number {
  const blankLine = /\n[ \t]*\r?\n/g
  let start = 0
  let next = 0
  return (index) => {
    while (next <= index) {
      start = next
      next = blankLine.exec(text) === null ? text.length + 1 : blankLine.lastIndex
    }
    return start
  }
}

function hasVeil(node: Nodes) {
  const { value, url, title, alt, label, lang, meta } = node as Partial<
    Record<'value' | 'url' | 'title' | 'alt' | 'label' | 'lang' | 'meta', string>
  >
  return [value, url, title, alt, label, lang, meta].some(
    (words) => words?.includes(LETTER) === true,
  )
}

function startOfLine({ line, column, offset = 0 }: Point) {
  return { line, column: 1, offset: offset - column + 1 }
}

function textOf(value: string, start: Point, end: Point): Text {
  return { type: 'text', value, position: { start: { ...start }, end: { ...end } } }
}
