import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'

export interface ParagraphParts {
  /** A named style of the document. */
  readonly style: string
  readonly name: string
  /** What is printed before the text and is no part of it: the block's number, a label. */
  readonly before?: readonly ElementContent[]
  readonly text: readonly ElementContent[]
  /** From 1: makes a heading. */
  readonly level?: number
}

/**
 * A paragraph or heading that can be found again: its `xml:id`, and a bookmark over its own text
 * (the bookmark survives nearly every edit and a trip through DOCX, the id the rest). A paragraph
 * without text has the id only; where all of it is taken out by an amendment, the bookmark goes
 * with it and comes back with it.
 */
export function paragraph({ style, name, before = [], text, level }: ParagraphParts): Element {
  const takenOut = allTakenOut(text)
  if (takenOut !== undefined) takenOut.children = marked(takenOut.children, name)
  const content = text.length === 0 || takenOut !== undefined ? text : marked(text, name)
  const attributes = { 'text:style-name': style, 'xml:id': name }
  const children = keepSpaces([...before, ...content])
  return level === undefined
    ? x('text:p', attributes, children)
    : x('text:h', { ...attributes, 'text:outline-level': level }, children)
}

function marked(content: readonly ElementContent[], name: string): ElementContent[] {
  return [
    x('text:bookmark-start', { 'text:name': name }),
    ...content,
    x('text:bookmark-end', { 'text:name': name }),
  ]
}

// A bookmark over a deletion alone would be over nothing.
function allTakenOut(text: readonly ElementContent[]): Element | undefined {
  const [only, ...others] = text.filter(
    (node) => node.type !== 'element' || node.name !== 'office:annotation',
  )
  return others.length === 0 && only?.type === 'element' ? only.data?.takenOut : undefined
}

/** A named character style over some content. */
export function span(style: string, ...content: (ElementContent | string)[]): Element {
  return x('text:span', { 'text:style-name': style }, ...content)
}

/** A tab, as an element. */
export function tab(): Element {
  return x('text:tab')
}

/** Plain text as content. */
export function plain(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

/**
 * The content of one paragraph with its white space made explicit (ODF 1.3, part 3, 6.1.2): readers
 * collapse spaces and drop leading ones, so runs become `text:s`, tabs `text:tab`, line feeds
 * `text:line-break`. Notes are paragraphs of their own and left alone. No-break spaces pass. At
 * `both ends`, a last space is kept too: that of words taken out of a paragraph, which go back into
 * it.
 */
export function keepSpaces(
  content: readonly ElementContent[],
  where: 'start' | 'both ends' = 'start',
): ElementContent[] {
  // A paragraph begins as if after a space: a leading one would be lost.
  let afterSpace = true
  const visit = (nodes: readonly ElementContent[]): ElementContent[] => {
    const out: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') explicit(node.value, out)
      else if (node.type === 'element' && inherits.has(node.name))
        out.push({ ...node, children: visit(node.children) })
      else {
        if (node.type === 'element' && !silent.has(node.name)) afterSpace = false
        out.push(node)
      }
    }
    return out
  }
  const explicit = (value: string, out: ElementContent[]): void => {
    if (value === '') return
    // Nearly every text.
    if (!unusual.test(value) && !(afterSpace && value.startsWith(' '))) {
      afterSpace = value.endsWith(' ')
      say(value, out)
      return
    }
    for (const piece of value.split(/(\n|\t| +)/)) {
      if (piece === '') continue
      if (piece === '\n' || piece === '\t') {
        afterSpace = piece === '\n'
        out.push(x(piece === '\n' ? 'text:line-break' : 'text:tab'))
      } else if (piece.startsWith(' ')) {
        const hidden = piece.length - (afterSpace ? 0 : 1)
        if (!afterSpace) say(' ', out)
        if (hidden > 0) out.push(hidden === 1 ? x('text:s') : x('text:s', { 'text:c': hidden }))
        afterSpace = true
      } else {
        afterSpace = false
        say(piece, out)
      }
    }
  }
  const kept = visit(content)
  return where === 'both ends' ? withLastSpace(kept) : kept
}

const unusual = /[\n\t]| {2}/
const inherits = new Set(['text:span', 'text:a'])
const silent = new Set([
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'office:annotation',
])

function say(value: string, out: ElementContent[]): void {
  const last = out.at(-1)
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value + value }
  else out.push({ type: 'text', value })
}

function withLastSpace(content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1)
  const before = content.slice(0, -1)
  if (last?.type === 'element' && inherits.has(last.name))
    return [...before, { ...last, children: withLastSpace(last.children) }]
  if (last?.type !== 'text' || !last.value.endsWith(' ')) return [...content]
  const value = last.value.slice(0, -1)
  return [...before, ...(value === '' ? [] : [{ type: 'text' as const, value }]), x('text:s')]
}

/**
 * The number of a block, hanging in its margin, and the mark of what is not adopted; nothing for a
 * block without a number.
 */
export function hangingNumber(number: string, mark: string): ElementContent[] {
  return number === '' ? [] : [span('Cahier_20_Number', `§${number}`), tab(), ...markSpan(mark)]
}

/** The number of a list item, and its mark: the margin is the bullet's, so they lead the text. */
export function leadingNumber(number: string, mark: string): ElementContent[] {
  return number === ''
    ? []
    : [span('Cahier_20_Number', `§${number}`), ...plain('\u2002'), ...markSpan(mark)]
}

function markSpan(mark: string): ElementContent[] {
  return mark === '' ? [] : [span('Cahier_20_Mark', mark), ...plain('\u2002')]
}
