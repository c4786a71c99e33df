import { groupedBy } from '@cahier/prose'
import { shown } from './change.ts'
import type { Run } from './document/odt-runs.ts'
import type { AddedText } from './own-text.ts'

/** What stands in each cell of a row. */
export function cellsIn(row: readonly AddedText[]): readonly string[] {
  const said: string[] = []
  for (const { cell, text } of row) {
    const column = cell?.column ?? 0
    said[column] = `${said[column] ?? ''} ${shown(text)}`.trim()
  }
  return Array.from(said, (words) => words ?? '')
}

/** New paragraphs, where the cells of a new table are one. */
export function withTables(added: readonly AddedText[]): readonly AddedText[] {
  const tables = groupedBy(added, ({ cell }) => cell?.table ?? -1)
  return added.flatMap((one) => {
    const cells = one.cell === null ? [] : (tables.get(one.cell.table) ?? [])
    if (cells.length === 0) return [one]
    if (cells[0] !== one) return []
    const rows = [...groupedBy(cells, ({ cell }) => cell?.row ?? 0).values()].map(cellsIn)
    return [{ ...one, ...joinedCells(cells), rows }]
  })
}

/** The words of cells one after the other, and what stands out in them. */
export function joinedCells(cells: readonly AddedText[]): Pick<AddedText, 'text' | 'runs'> {
  return cells.reduce(
    (all, { text, runs }) => ({
      text: `${all.text}${text} `,
      runs: [...all.runs, ...runs.map((run) => moved(run, all.text.length))],
    }),
    { text: '', runs: [] as readonly Run[] },
  )
}

function moved(run: Run, by: number): Run {
  return { ...run, start: run.start + by, end: run.end + by }
}
