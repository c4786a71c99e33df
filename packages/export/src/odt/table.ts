import type { AlignType, Table, TableRow } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { headsColumns, nodesAsText } from '../edition/nodes.ts'
import { inline, inOwnLanguage } from './inline.ts'
import type { BlockWriter } from './odt-writer.ts'
import type { PageLayout } from './page-layout.ts'
import { hangingNumber, paragraph, span } from './paragraph.ts'
import { captionNumber } from './pictures.ts'

/**
 * A caption line with the block number, then the table. Cells are named `r0_c1`: rows from 0,
 * columns from 1.
 */
export function tableElements(node: Table, name: string, writer: BlockWriter): Element[] {
  const { odt } = writer
  const [head, ...rows] = node.children
  if (head === undefined) return []
  const columns = Math.max(...new Set(node.children.map(({ children }) => children.length)))
  // Books drop an empty header. A programme keeps the header: its members may fill it in an edited
  // copy.
  const isBare = odt.edition.kind === 'book' && rows.length > 0 && !headsColumns(head)
  const caption = paragraph({
    style: 'Table',
    name,
    before: hangingNumber(node.data?.number ?? '', writer.mark),
    text: captionNumber(odt, 'Table'),
  })
  const widths = columnWidths(node, columns, odt.sheet)
  for (const width of widths) odt.columns.add(width)
  const isCrowded = columns >= CROWDED
  const row = ({ children }: TableRow, rank: number, kind: RowKind): Element => {
    const attributes = {
      'table:style-name': `Cahier.${isCrowded ? 'Close' : ''}${kind}`,
      'office:value-type': 'string',
    }
    const cells = widths.map((_, column) => {
      const { children: source = [], data } = children[column] ?? {}
      const words = inOwnLanguage(inline(source, writer), data?.lang, odt)
      const style = cellStyle(rank === 0 ? 'Table Heading' : 'Table Contents', node.align?.[column])
      const cell = paragraph({
        style,
        name: odt.anchors(name, `r${rank}`, `c${column + 1}`),
        text: isCrowded && words.length > 0 ? [span('Cahier Crowded', ...words)] : words,
      })
      return x('table:table-cell', attributes, cell)
    })
    // Rows may break across pages: LibreOffice loses notes in unbreakable rows.
    return x('table:table-row', cells)
  }
  const element = x(
    'table:table',
    { 'table:name': name, 'table:style-name': isShort(node) ? 'Cahier.Whole' : 'Cahier' },
    widths.map((width) => x('table:table-column', { 'table:style-name': `Cahier.${width}` })),
    isBare ? null : x('table:table-header-rows', [row(head, 0, 'Head')]),
    rows.map((cells, index) => row(cells, index + 1, kindOf(index, rows.length, isBare))),
  )
  return [caption, element]
}

// A short table stays on one page: no row is alone on the next page.
function isShort({ children }: Table) {
  return children.length <= 8 && nodesAsText(children).length < 900
}

/** From this many columns on, letters are smaller: long numbers would be cut. */
const CROWDED = 9

type RowKind = 'Head' | 'First' | 'Body' | 'Last'

// The kind of a row sets its borders.
function kindOf(index: number, count: number, isBare: boolean): RowKind {
  if (index === 0 && isBare) return count === 1 ? 'Head' : 'First'
  return index === count - 1 ? 'Last' : 'Body'
}

function cellStyle(base: string, align: AlignType | undefined) {
  if (align === 'right') return `Cahier ${base} Right`
  return align === 'center' ? `Cahier ${base} Centred` : base
}

/** Characters in a centimetre of a line. */
const density = 5.7
/** The most characters of a cell that never wraps. */
const short = 21

/**
 * Column widths in hundredths of the table. Short columns (dates, figures) never wrap. The square
 * root keeps one long column from taking all the rest.
 */
function columnWidths(
  { children }: Table,
  columns: number,
  { measure }: PageLayout,
): readonly number[] {
  const line = measure * density
  const contents = Array.from({ length: columns }, (_, column) =>
    children.map((row) => nodesAsText([row.children[column] ?? []].flat())),
  )
  const cells = contents.map((texts) => longest(texts) + 3)
  const words = contents.map((texts) => longest(texts.flatMap((text) => text.split(/[ \n]+/))) + 3)
  const fixed = sum(cells.filter((cell) => cell <= short))
  const roots = sum(cells.filter((cell) => cell > short).map(Math.sqrt))
  const widths = cells.map((cell, column) =>
    cell <= short ? cell : Math.max(words[column] ?? 0, ((line - fixed) * Math.sqrt(cell)) / roots),
  )
  return inHundredths(widths)
}

function inHundredths(widths: readonly number[]): readonly number[] {
  const total = sum(widths)
  const whole = widths.map((width) => Math.floor((width / total) * 100))
  const rest = 100 - sum(whole)
  return whole.map((share, column) => share + (column < rest ? 1 : 0))
}

function longest(texts: readonly string[]) {
  return texts.reduce((most, { length }) => Math.max(most, length), 3)
}

function sum(parts: readonly number[]) {
  return parts.reduce((total, part) => total + part, 0)
}
