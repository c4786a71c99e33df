import type { AlignType, Table, TableRow } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { headsColumns, nodesAsText } from '../edition/nodes.ts'
import { captionNumber } from './figure.ts'
import { type InlineWriter, inline, inOwnLanguage } from './inline.ts'
import { hangingNumber, paragraph, span } from './paragraph.ts'
import type { Sheet } from './sheet.ts'

/**
 * A caption line with the block number, then the table; its header is repeated on each page. Cells
 * are named `r0_c1`: rows from 0, columns from 1.
 */
export function tableElements(node: Table, name: string, writer: InlineWriter): Element[] {
  const { odt } = writer
  const [head, ...rows] = node.children
  if (head === undefined) return []
  const columns = node.children.reduce((most, { children }) => Math.max(most, children.length), 0)
  const shape: Shape = {
    name,
    columns,
    isCrowded: columns >= CROWDED,
    align: node.align ?? [],
    writer,
  }
  // Books drop an empty header. A programme keeps it: an edited copy may fill it.
  const isBare = odt.edition.kind === 'book' && rows.length > 0 && !headsColumns(head)
  const number = node.data?.number ?? ''
  const caption = paragraph({
    style: 'Table',
    name,
    before: hangingNumber(number, writer.scope.mark),
    text: captionNumber(odt, 'Table'),
  })
  const widths = columnWidths(node, columns, odt.sheet)
  for (const width of widths) odt.columns.add(width)
  const element = x(
    'table:table',
    { 'table:name': name, 'table:style-name': isShort(node) ? 'Cahier.Whole' : 'Cahier' },
    [
      ...widths.map((width) => x('table:table-column', { 'table:style-name': `Cahier.${width}` })),
      ...(isBare ? [] : [x('table:table-header-rows', [row(head, 0, 'Head', shape)])]),
      ...rows.map((cells, index) =>
        row(cells, index + 1, kindOf(index, rows.length, isBare), shape),
      ),
    ],
  )
  return [caption, element]
}

// A short table stays on one page: a row alone on the next page looks worse.
function isShort({ children }: Table): boolean {
  return children.length <= 8 && nodesAsText(children).length < 900
}

/** From this many columns on, letters are smaller: long numbers would be cut. */
const CROWDED = 9

interface Shape {
  readonly name: string
  readonly columns: number
  readonly isCrowded: boolean
  readonly align: readonly AlignType[]
  readonly writer: InlineWriter
}

type RowKind = 'Head' | 'First' | 'Body' | 'Last'

// The kind of a row sets its lines: around the table and below its header.
function kindOf(index: number, count: number, isBare: boolean): RowKind {
  if (index === 0 && isBare) return count === 1 ? 'Head' : 'First'
  return index === count - 1 ? 'Last' : 'Body'
}

function row(
  { children }: TableRow,
  rank: number,
  kind: RowKind,
  { name, columns, isCrowded, align, writer }: Shape,
): Element {
  const cells = Array.from({ length: columns }, (_, column) => {
    const { children: wording = [], data } = children[column] ?? {}
    const words = inOwnLanguage(inline(wording, writer), data?.lang)
    const text = isCrowded && words.length > 0 ? [span('Cahier_20_Crowded', ...words)] : words
    const style = cellStyle(
      rank === 0 ? 'Table_20_Heading' : 'Table_20_Contents',
      align[column] ?? null,
    )
    const attributes = {
      'table:style-name': `Cahier.${isCrowded ? 'Close' : ''}${kind}`,
      'office:value-type': 'string',
    }
    return x('table:table-cell', attributes, [
      paragraph({ style, name: writer.odt.anchors(name, `r${rank}`, `c${column + 1}`), text }),
    ])
  })
  // Rows may break across pages: LibreOffice loses notes in unbreakable rows.
  return x('table:table-row', cells)
}

function cellStyle(base: string, align: AlignType): string {
  if (align === 'right') return `Cahier_20_${base}_20_Right`
  return align === 'center' ? `Cahier_20_${base}_20_Centred` : base
}

// Characters in a centimetre of a cell; characters of a cell that never wraps.
const density = 5.7
const short = 21

/**
 * Column widths in hundredths of the table. Short columns (dates, figures) never wrap. Long ones
 * share the rest by the square root of their longest cell, and fit their longest word.
 */
function columnWidths({ children }: Table, columns: number, { measure }: Sheet): readonly number[] {
  const line = measure * density
  const contents = Array.from({ length: columns }, (_, column) =>
    children.map((row) => nodesAsText([row.children[column] ?? []].flat())),
  )
  const cells = contents.map((texts) => longest(texts) + 3)
  const words = contents.map((texts) => longest(texts.flatMap((text) => text.split(/[ \n]+/))) + 3)
  const fixed = cells.filter((cell) => cell <= short).reduce(sum, 0)
  const roots = cells
    .filter((cell) => cell > short)
    .map(Math.sqrt)
    .reduce(sum, 0)
  const widths = cells.map((cell, column) =>
    cell <= short ? cell : Math.max(words[column] ?? 0, ((line - fixed) * Math.sqrt(cell)) / roots),
  )
  return inHundredths(widths)
}

function inHundredths(widths: readonly number[]): readonly number[] {
  const total = widths.reduce(sum, 0)
  const whole = widths.map((width) => Math.floor((width / total) * 100))
  const rest = 100 - whole.reduce(sum, 0)
  return whole.map((share, column) => share + (column < rest ? 1 : 0))
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 3)
}

function sum(total: number, part: number): number {
  return total + part
}
