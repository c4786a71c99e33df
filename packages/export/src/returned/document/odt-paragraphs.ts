import type { Element, Root } from 'xast'
import { elementsIn, elementText, refuseTooDeep } from './odt-elements.ts'
import { type DocumentStyles, type OdtParagraph, odtParagraph } from './odt-paragraph.ts'
import { IN_TEXT, type OdtPlace, placeStylesIn } from './odt-place.ts'
import { characterFormats } from './odt-runs.ts'

export interface OdtText {
  readonly paragraphs: readonly OdtParagraph[]
  /** The number of tracked changes by author. */
  readonly authors: ReadonlyMap<string, number>
}

/**
 * The paragraphs of `content.xml` in reading order, without contents tables. `named` is
 * `styles.xml`; `sizes` are by file name. Null when nested too deep.
 */
export function paragraphsIn(
  content: Root,
  named: Root | null = null,
  sizes: ReadonlyMap<string, number> = new Map(),
): OdtText | null {
  const paragraphs: OdtParagraph[] = []
  const authors = new Map<string, number>()
  let tables = 0
  let styles: DocumentStyles
  try {
    styles = {
      formats: characterFormats(content),
      places: placeStylesIn(...(named === null ? [] : [named]), content),
      sizes,
    }
    visit(content, { ...IN_TEXT, listStyle: '', table: null }, 0)
  } catch (error) {
    // Thrown by `refuseTooDeep`, or by a stack overflow.
    if (error instanceof RangeError) return null
    throw error
  }
  return { paragraphs, authors }

  function visit(node: Root | Element, around: Context, depth: number): void {
    refuseTooDeep(depth)
    let isFirst = node.type === 'element' && node.name !== 'text:list-header'
    let column = 0
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const { name } = child
      const inside = (place: Partial<Context>): void =>
        visit(child, { ...around, ...place }, depth + 1)
      if (name === 'text:tracked-changes') countAuthors(child)
      else if (name === 'text:p' || name === 'text:h') {
        const { listStyle: _, table: __, ...place } = around
        const goesOn = place.depth > 0 && !isFirst
        paragraphs.push(odtParagraph(child, { ...place, goesOn }, depth, styles))
        isFirst = false
      } else if (name === 'text:list') {
        const listStyle = child.attributes['text:style-name'] ?? around.listStyle
        const deep = around.depth + 1
        inside({
          depth: deep,
          listStyle,
          isCounted: styles.places.isCounted(listStyle, deep),
        })
      } else if (name === 'text:list-item' && child.attributes['text:style-override'] != null)
        inside({
          isCounted: styles.places.isCounted(child.attributes['text:style-override'], around.depth),
        })
      else if (name === 'table:table') inside({ ...IN_TEXT, table: { rank: tables++, rows: 0 } })
      else if (name === 'table:table-row' && around.table !== null)
        inside({ cell: { table: around.table.rank, row: around.table.rows++, column: 0 } })
      else if (name === 'table:table-cell' && around.cell !== null)
        inside({
          cell: { ...around.cell, column: column++, ...(isMerged(child) && { isMerged: true }) },
        })
      else if (name === 'table:covered-table-cell') column++
      else if (!NOT_TEXT.has(name)) inside({})
    }
  }

  function countAuthors(regions: Element): void {
    for (const region of elementsIn(regions, 'text:changed-region')) {
      // A deletion inside an insertion counts for both authors.
      const names = elementsIn(region, 'dc:creator').map((name) => elementText(name).trim())
      for (const author of new Set(names))
        if (author !== '') authors.set(author, (authors.get(author) ?? 0) + 1)
    }
  }
}

function isMerged({ attributes }: Element): boolean {
  return [attributes['table:number-columns-spanned'], attributes['table:number-rows-spanned']].some(
    (count) => Number(count ?? 1) > 1,
  )
}

/** The place and styles that a paragraph inherits. */
interface Context extends OdtPlace {
  readonly listStyle: string
  readonly table: { readonly rank: number; rows: number } | null
}

/** Elements without text of authors: generated tables, declarations, forms. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:alphabetical-index',
  'text:bibliography',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:automatic-styles',
  'office:font-face-decls',
  'office:scripts',
])
