import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { keepSpaces } from './spaces.ts'

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
