import type { Element, Root } from 'xast'
import { elementsIn, elementText, refuseTooDeep } from './odt-elements.ts'
import { type OdtParagraph, odtParagraph } from './odt-paragraph.ts'
import { documentStyles, type OdtPlace } from './odt-styles.ts'

/**
 * The paragraphs of `content.xml` in reading order, and the authors of tracked changes. `named` is
 * `styles.xml`; `sizes` has the size in bytes of each zipped file, by path. Null when elements are
 * nested too deep.
 */
export function paragraphsIn(
  content: Root,
  named: Root | null = null,
  sizes: ReadonlyMap<string, number> = new Map(),
) {
  const paragraphs: OdtParagraph[] = []
  let tables = 0
  try {
    const styles = documentStyles(content, named)
    const visit = (node: Root | Element, around: Context, depth: number) => {
      refuseTooDeep(depth)
      let isFirst = node.type === 'element' && node.name !== 'text:list-header'
      let column = 0
      for (const child of node.children) {
        if (child.type !== 'element') continue
        const { name, attributes } = child
        const inside = (place: Partial<Context>) => visit(child, { ...around, ...place }, depth + 1)
        const { listStyle, table, ...place } = around
        const override = attributes['text:style-override']
        if (name === 'text:p' || name === 'text:h') {
          const goesOn = place.depth > 0 && !isFirst
          paragraphs.push(odtParagraph(child, { ...place, goesOn }, depth, styles, sizes))
          isFirst = false
        } else if (name === 'text:list') {
          const own = attributes['text:style-name'] ?? listStyle
          const deep = place.depth + 1
          inside({ depth: deep, listStyle: own, isCounted: styles.isCounted(own, deep) })
        } else if (name === 'text:list-item' && override != null)
          inside({ isCounted: styles.isCounted(override, place.depth) })
        else if (name === 'table:table') inside({ ...IN_TEXT, table: { rank: tables++, rows: 0 } })
        else if (name === 'table:table-row' && table !== null)
          inside({ cell: { table: table.rank, row: table.rows++, column: 0 } })
        else if (name === 'table:table-cell' && place.cell !== null)
          inside({
            cell: { ...place.cell, column: column++, ...(isMerged(child) && { isMerged: true }) },
          })
        else if (name === 'table:covered-table-cell') column++
        else if (!NOT_TEXT.has(name)) inside({})
      }
    }
    visit(content, { ...IN_TEXT, listStyle: '', table: null }, 0)
    return { paragraphs, authors: authorsIn(content) }
  } catch (error) {
    // Thrown by `refuseTooDeep`, or by a stack overflow.
    if (error instanceof RangeError) return null
    throw error
  }
}

const IN_TEXT: OdtPlace = {
  depth: 0,
  goesOn: false,
  isCounted: false,
  level: 0,
  isQuoted: false,
  cell: null,
}

function authorsIn(content: Root): ReadonlyMap<string, number> {
  const authors = new Map<string, number>()
  for (const region of elementsIn(content, 'text:changed-region')) {
    // A deletion inside an insertion counts for both authors.
    const names = elementsIn(region, 'dc:creator').map((name) => elementText(name).trim())
    for (const author of new Set(names))
      if (author !== '') authors.set(author, (authors.get(author) ?? 0) + 1)
  }
  return authors
}

function isMerged({ attributes }: Element) {
  return ['columns', 'rows'].some(
    (side) => Number(attributes[`table:number-${side}-spanned`] ?? 1) > 1,
  )
}

interface Context extends OdtPlace {
  readonly listStyle: string
  readonly table: { readonly rank: number; rows: number } | null
}

/** Elements to skip: what they hold is generated or deleted, such as indexes and deletions. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'text:tracked-changes',
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
