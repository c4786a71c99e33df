import { groupedBy, type LeafBlock, OBJECT } from '@cahier/prose'
import type { Table } from 'mdast'
import { ANY, shown } from './change.ts'
import { withoutRow, withRow } from './changed-rows.ts'
import { formatsChanged, inItsLines, linesChanged, wordsChanged } from './changed-words.ts'
import { cellsIn, joinedCells } from './new-tables.ts'
import { type AddedText, isEmpty, type OwnText, type PrintedBlock } from './own-text.ts'
import type { Returning } from './returning.ts'
import { lostMarks } from './runs-as-markdown.ts'
import { isSameProse, type SourceEdit } from './words-to-source.ts'

/** A cell that was printed, and what became of it. */
export interface Cell {
  readonly block: PrintedBlock
  readonly row: number
  readonly column: number
  readonly now: OwnText | undefined
}

/**
 * Changes a table that was printed, cell by cell and row by row; gives the ranks of the paragraphs
 * that were put into it, of those `placed` in the text.
 */
export function tableChanged(
  work: Returning,
  leaf: LeafBlock,
  cells: readonly Cell[],
  placed: readonly AddedText[],
): readonly number[] {
  const { document, gone, left } = work
  const table = leaf.node as Table
  const rows = groupedBy(cells, ({ row }) => row)
  const kept = cells.flatMap(({ now }) => now?.paragraph.cell ?? [])
  const fresh = groupedBy(
    placed.filter(({ cell }) => cell !== null && kept.some(({ table }) => table === cell.table)),
    ({ cell }) => cell?.row ?? 0,
  )
  if (fresh.size === 0 && cells.every(({ now }) => isEmpty(now))) {
    gone.add(table)
    return []
  }
  const merged = cells.filter(({ now }) => now?.paragraph.cell?.isMerged === true)
  for (const [, made] of groupedBy(
    merged,
    ({ now }) => `${now?.paragraph.cell?.row} ${now?.paragraph.cell?.column}`,
  ))
    left.push({ why: 'cells', said: shown(made.map(({ now }) => now?.parts.join(' ')).join(' ')) })
  for (const [row, own] of rows) {
    const edit = own.every(({ now }) => isEmpty(now)) ? withoutRow(table, row, document.text) : null
    if (edit === null) for (const one of own) cellChanged(work, leaf, one)
    else if (own.some(({ block }) => block.text.trim() !== ''))
      rowChanged(work, leaf, edit, own.map(({ block }) => block.text).join(' '))
  }
  for (const [at, added] of fresh) {
    const [first] = added
    if (first === undefined) continue
    const said = cellsIn(added)
    const after = Number(/_r(\d+)_c\d+$/.exec(first.after)?.[1] ?? -1)
    const isRow =
      !kept.some(({ row }) => row === at) &&
      after >= 0 &&
      added.every(({ text }) => !text.includes(OBJECT))
    const edit = isRow ? withRow(table, after, said, document.text, first.rank) : null
    if (edit === null) for (const { text } of added) left.push({ why: 'row', said: shown(text) })
    else {
      rowChanged(work, leaf, edit, said.join(' '))
      for (const lost of lostMarks(joinedCells(added), false, true))
        left.push({ why: 'format', said: lost })
    }
  }
  return [...fresh.values()].flat().map(({ rank }) => rank)
}

function rowChanged(
  { changes }: Returning,
  { ordinal }: LeafBlock,
  edit: SourceEdit,
  said: string,
): void {
  changes.push({ edits: [edit], wanted: [{ at: ordinal, blocks: [ANY] }], said })
}

function cellChanged(
  work: Returning,
  leaf: LeafBlock,
  { block: { text, runs }, row, column, now }: Cell,
): void {
  const source = (leaf.node as Table).children[row]?.children[column - 1]
  const passage = source === undefined ? undefined : work.passages.get(source)
  const said = inItsLines(text, now?.parts.join(' ') ?? '')
  formatsChanged(work, { text, runs }, now)
  linesChanged(work, text, now)
  if (isSameProse(text, said)) return
  if (passage === undefined || said.trim() === '')
    work.left.push({ why: 'row', said: shown(said || text) })
  else wordsChanged(work, passage, text, said, leaf)
}
