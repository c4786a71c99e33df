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
 * A paragraph or heading that can be found again: its `xml:id`, and a bookmark over its own text (the bookmark survives nearly every edit and a
 * trip through DOCX, the id the rest). A paragraph without text has the id only.
 */
export function paragraph({ style, name, before = [], text, level }: ParagraphParts): Element {
  const content =
    text.length === 0 ? [] : [x('text:bookmark-start', { 'text:name': name }), ...text, x('text:bookmark-end', { 'text:name': name })]
  const attributes = { 'text:style-name': style, 'xml:id': name }
  const children = keepSpaces([...before, ...content])
  return level === undefined ? x('text:p', attributes, children) : x('text:h', { ...attributes, 'text:outline-level': level }, children)
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
