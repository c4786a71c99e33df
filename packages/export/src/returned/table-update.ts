import { groupedBy, type LeafBlock, OBJECT, proseAsMarkdown } from '@cahier/prose'
import type { Table } from 'mdast'
import { type AddedParagraph, isEmpty, type MatchedBlock, type PrintedBlock } from './blocks.ts'
import type { Run } from './document/odt-styles.ts'
import { lostMarks } from './runs-as-markdown.ts'
import { ANY_TABLE, asShown } from './text-change.ts'
import type { TextUpdate } from './text-update.ts'
import { endOffset, insertAt, linePrefix, startOffset } from './tree-places.ts'
import { isSameProse, type SourceEdit } from './words-to-source.ts'
import { foldNewLineBreaks, reportFormats, reportLines, updateWords } from './words-update.ts'

/** A printed cell; `now` is the cell in the edited ODT. */
export interface Cell {
  readonly block: PrintedBlock
  readonly row: number
  readonly column: number
  readonly now: MatchedBlock | undefined
}

/**
 * Applies an edited ODT to a Markdown table. Returns the ranks of the new paragraphs in the table.
 */
export function updateTable(
  update: TextUpdate,
  leaf: LeafBlock,
  cells: readonly Cell[],
  placed: readonly AddedParagraph[],
): readonly number[] {
  const { gone, leave } = update
  const table = leaf.node as Table
  const { text } = update.document
  const cellsNow = cells.flatMap(({ now }) => now?.paragraph.cell ?? [])
  const fresh = groupedBy(
    placed.filter(({ cell }) => cellsNow.some((now) => now.table === cell?.table)),
    ({ cell }) => cell?.row,
  )
  if (fresh.size === 0 && cells.every(({ now }) => isEmpty(now))) {
    gone.add(table)
    return []
  }
  const merged = cells.filter(({ now }) => now?.paragraph.cell?.isMerged)
  const whereNow = ({ now }: Cell) => `${now?.paragraph.cell?.row} ${now?.paragraph.cell?.column}`
  for (const made of groupedBy(merged, whereNow).values())
    leave('cells', made.map(({ now }) => now?.parts.join(' ')).join(' '))
  for (const [row, own] of groupedBy(cells, (cell) => cell.row)) {
    const edit = own.every(({ now }) => isEmpty(now)) ? withoutRow(table, row, text) : null
    const words = own.map(({ block }) => block.text).join(' ')
    if (edit === null) for (const one of own) updateCell(update, leaf, one)
    else if (words.trim() !== '') changeTable(update, leaf, edit, words)
  }
  for (const [row, added] of fresh) {
    const [first] = added
    const [, after] = /_r(\d+)_c\d+$/.exec(first?.after ?? '') ?? []
    const isRow =
      after !== undefined &&
      !cellsNow.some((now) => now.row === row) &&
      added.every((cell) => !cell.text.includes(OBJECT))
    const wording = cellsIn(added)
    const edit = isRow ? withRow(table, Number(after), wording, text, first?.rank ?? 0) : null
    if (edit === null) for (const cell of added) leave('row', cell.text)
    else {
      changeTable(update, leaf, edit, wording.join(' '))
      for (const lost of lostMarks(joinedCells(added), false, true)) leave('format', lost)
    }
  }
  return [...fresh.values()].flat().map(({ rank }) => rank)
}

function changeTable(
  { changes }: TextUpdate,
  { ordinal }: LeafBlock,
  edit: SourceEdit,
  wording: string,
) {
  changes.push({ edits: [edit], wanted: [{ at: ordinal, blocks: [ANY_TABLE] }], wording })
}

function updateCell(update: TextUpdate, leaf: LeafBlock, { block, row, column, now }: Cell) {
  const source = (leaf.node as Table).children[row]?.children[column - 1]
  const passage = source === undefined ? undefined : update.passages.get(source)
  const { text } = block
  const wording = foldNewLineBreaks(text, now?.parts.join(' ') ?? '')
  reportFormats(update, block, now)
  reportLines(update, text, now)
  if (isSameProse(text, wording)) return
  if (passage === undefined || wording.trim() === '') update.leave('row', wording || text)
  else updateWords(update, passage, text, wording, leaf)
}

/** The edit that deletes a row; null for row 0, the header. */
export function withoutRow({ children }: Table, row: number, text: string): SourceEdit | null {
  const own = row === 0 ? undefined : children[row]
  if (own === undefined) return null
  const line = text.lastIndexOf('\n', startOffset(own))
  return { start: text[line - 1] === '\r' ? line - 1 : line, end: endOffset(own), text: '' }
}

function withRow(
  table: Table,
  after: number,
  cells: readonly string[],
  text: string,
  rank: number,
): SourceEdit | null {
  const [head] = table.children
  const columns = head?.children.length ?? 0
  if (head === undefined || cells.length > columns) return null
  const own = after === 0 ? undefined : table.children[after]
  const rule = text.indexOf('\n', endOffset(head)) + 1
  const at = own === undefined ? rule + text.slice(rule).search(/[\r\n]|$/) : endOffset(own)
  return insertAt(at, `\n${linePrefix(table, text)}${rowLine(cells, columns)}`, rank)
}

export function newTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((cells) => cells.length))
  const [head = '', ...others] = rows.map((cells) => rowLine(cells, columns))
  return [head, `|${' --- |'.repeat(columns)}`, ...others].join('\n')
}

function rowLine(cells: readonly string[], columns: number) {
  const wording = Array.from({ length: columns }, (_, column) => cells[column] ?? '')
  return `| ${wording.map((words) => proseAsMarkdown(words, 'cell')).join(' | ')} |`
}

function cellsIn(row: readonly AddedParagraph[]): readonly string[] {
  const wording: string[] = []
  for (const { cell, text } of row) {
    const column = cell?.column ?? 0
    wording[column] = `${wording[column] ?? ''} ${asShown(text)}`.trim()
  }
  return Array.from(wording, (words) => words ?? '')
}

/** Merges the paragraphs of each new table into one paragraph with `rows`. */
export function withTables(added: readonly AddedParagraph[]): readonly AddedParagraph[] {
  const tables = groupedBy(added, ({ cell }) => cell?.table ?? -1)
  return added.flatMap((one) => {
    const cells = one.cell === null ? [] : (tables.get(one.cell.table) ?? [])
    if (cells.length === 0) return [one]
    if (cells[0] !== one) return []
    const rows = [...groupedBy(cells, ({ cell }) => cell?.row ?? 0).values()].map(cellsIn)
    return [{ ...one, ...joinedCells(cells), rows }]
  })
}

function joinedCells(cells: readonly AddedParagraph[]): Pick<AddedParagraph, 'text' | 'runs'> {
  let text = ''
  const runs: Run[] = []
  for (const cell of cells) {
    const from = text.length
    for (const run of cell.runs) runs.push({ ...run, start: run.start + from, end: run.end + from })
    text += `${cell.text} `
  }
  return { text, runs }
}
