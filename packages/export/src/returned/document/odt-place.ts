import type { Element, Root } from 'xast'
import { elementsIn } from './odt-elements.ts'

/** The structure around a paragraph. */
export interface OdtPlace {
  /** The number of lists around the paragraph. */
  readonly depth: number
  /** True for the second and later paragraphs of a list item. */
  readonly goesOn: boolean
  /** True in a numbered list. */
  readonly isCounted: boolean
  /** The outline level of a heading; 0 for a paragraph. */
  readonly level: number
  readonly isQuoted: boolean
  readonly cell: OdtCell | null
}

/** A table cell: the rank of its table in the document, its row and column, all from 0. */
export interface OdtCell {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly isMerged?: boolean
}

export const IN_TEXT: OdtPlace = {
  depth: 0,
  goesOn: false,
  isCounted: false,
  level: 0,
  isQuoted: false,
  cell: null,
}

const QUOTATION = /quot|citation/i

/** Finds quotations and numbered lists by style name. */
export interface PlaceStyles {
  isQuotation(style: string): boolean
  /** True for a numbered list style; `depth` starts at 1. */
  isCounted(listStyle: string, depth: number): boolean
}

/** Reads the styles of a document. An undefined list style is judged by its name. */
export function placeStylesIn(...parts: readonly Root[]): PlaceStyles {
  const parents = new Map<string, string>()
  const counted = new Map<string, ReadonlySet<number>>()
  for (const { attributes } of parts.flatMap((part) => elementsIn(part, 'style:style')))
    if (attributes['style:family'] === 'paragraph')
      parents.set(attributes['style:name'] ?? '', attributes['style:parent-style-name'] ?? '')
  for (const style of parts.flatMap((part) => elementsIn(part, 'text:list-style')))
    counted.set(style.attributes['style:name'] ?? '', countedLevels(style))
  return {
    isQuotation: (style) => QUOTATION.test(style) || QUOTATION.test(parents.get(style) ?? ''),
    isCounted: (style, depth) => counted.get(style)?.has(depth) ?? /num/i.test(style),
  }
}

function countedLevels(style: Element): ReadonlySet<number> {
  return new Set(
    elementsIn(style, 'text:list-level-style-number')
      .filter(({ attributes }) => attributes['style:num-format'])
      .map(({ attributes }) => Number(attributes['text:level'])),
  )
}
