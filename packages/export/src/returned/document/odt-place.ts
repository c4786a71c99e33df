import type { Element, Root } from 'xast'

/** The structure around a paragraph. */
export interface OdtPlace {
  readonly where: 'text' | 'item' | 'cell'
  /** The number of lists around it. */
  readonly depth: number
  /** True for the second and later paragraphs of an item. */
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
  where: 'text',
  depth: 0,
  goesOn: false,
  isCounted: false,
  level: 0,
  isQuoted: false,
  cell: null,
}

const HOLDERS: ReadonlySet<string> = new Set([
  'office:document',
  'office:document-content',
  'office:document-styles',
  'office:styles',
  'office:automatic-styles',
])
const QUOTATION = /quot|citation/i

/** Knows which styles are quotations or numbered lists. */
export interface PlaceStyles {
  isQuotation(style: string): boolean
  /** `depth` starts at 1. */
  isCounted(listStyle: string, depth: number): boolean
}

/** Reads the styles of a document. A style that is not defined is judged by its name. */
export function placeStylesIn(...parts: readonly Root[]): PlaceStyles {
  const parents = new Map<string, string>()
  const counted = new Map<string, ReadonlySet<number>>()
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const {
        'style:name': name,
        'style:family': family,
        'style:parent-style-name': parent,
      } = child.attributes
      if (child.name === 'style:style' && family === 'paragraph' && name != null)
        parents.set(name, parent ?? '')
      else if (child.name === 'text:list-style' && name != null)
        counted.set(name, countedLevels(child))
      else if (HOLDERS.has(child.name)) visit(child)
    }
  }
  parts.forEach(visit)
  const isQuotation = (style: string): boolean =>
    QUOTATION.test(style) || QUOTATION.test(parents.get(style) ?? '')
  return {
    isQuotation,
    isCounted: (style, depth) => counted.get(style)?.has(depth) ?? /num/i.test(style),
  }
}

function countedLevels(style: Element): ReadonlySet<number> {
  return new Set(
    style.children.flatMap((level) =>
      level.type === 'element' &&
      level.name === 'text:list-level-style-number' &&
      level.attributes['style:num-format']
        ? [Number(level.attributes['text:level'])]
        : [],
    ),
  )
}
