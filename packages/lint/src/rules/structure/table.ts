import { type Document, type Message, placeOf, wording } from '@cahier/core'
import { plainText, type Splice } from '@cahier/prose'
import type { Paragraph, Table, TableRow } from 'mdast'
import { isPrinted, nodesOf } from '../../document/documents.ts'
import { short } from '../../document/escaped-characters.ts'
import { lineGroups, pastedTableRows } from '../../document/pasted-rows.ts'
import type { Report, Rule } from '../../engine/rule.ts'

/** Reports rows with too many or too few cells, and tables that GFM (GitHub) cannot read. */
export const table: Rule = {
  id: 'structure/table',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  messages: {
    long: andOthers(
      'cette ligne a {cells} cases et le tableau {columns|colonne|colonnes} : ce qui dépasse ne serait pas imprimé ; une barre dans un texte s’écrit \\|',
      'this row has {cells} cells and the table {columns|column|columns}: what is beyond would not be printed; a bar inside a text is written \\|',
    ),
    short: andOthers(
      'cette ligne a {cells|case|cases} et le tableau {columns} colonnes : ajoutez ce qui manque, même vide',
      'this row has {cells|cell|cells} and the table {columns} columns: add what is missing, even empty',
    ),
    headless: {
      fr: 'ce tableau n’a pas d’en-têtes : écrivez dans sa première ligne ce que contient chaque colonne',
      en: 'this table has no headers: write in its first row what each column holds',
    },
    delimiter: {
      fr: 'ce tableau ne serait pas imprimé comme un tableau : la première ligne a {cells} cases et celle des tirets {columns}. Écrivez les tirets ainsi : {meant}',
      en: 'this table would not be printed as one: the first row has {cells} cells and the row of dashes {columns}. Write the dashes so: {meant}',
    },
    pasted: {
      fr: 'ces lignes viennent d’un tableau, et leurs cases seraient imprimées l’une derrière l’autre. Écrivez chaque ligne ainsi : {meant}',
      en: 'these lines come from a table, and their cells would be printed one after the other. Write each line so: {meant}',
    },
    undelimited: {
      fr: 'ce tableau ne serait pas imprimé comme un tableau : il manque, sous la première ligne, la ligne {meant}',
      en: 'this table would not be printed as one: below the first row, the row {meant} is missing',
    },
  },
  text({ document, report }) {
    for (const node of nodesOf(document, 'table'))
      if (!isMarked(node, document)) checkTable(node, document, report)
    if (isPrinted(document)) reportPasted(document, report)
    for (const node of nodesOf(document, 'paragraph')) checkLookalike(node, document, report)
  },
}

function reportPasted(document: Document, report: Report) {
  for (const { start, end } of lineGroups(document)) {
    const lines = document.text.slice(start, end)
    const rows = pastedTableRows(lines)
    if (rows === null) continue
    const [header = '', ...others] = rows.map((cells) => `| ${cells.join(' | ')} |`)
    const text = [header, delimiterRow(rows[0]?.length ?? 0), ...others].join('\n')
    const [line = ''] = lines.split(/\r?\n/, 1)
    const at = { start, end: start + line.length }
    report('pasted', at, { meant: short(header) }, { edits: [{ start, end, text }] })
  }
}

function delimiterRow(columns: number) {
  return `|${' --- |'.repeat(columns)}`
}

// A table with change marks (CriticMarkup) mixes old and new cells, so the adopted text is checked
// instead.
function isMarked(node: Table | Paragraph, { text }: Document) {
  const { start, end } = placeOf(node)
  return /\{(?:\+\+|--|~~)|(?:\+\+|--|~~)\}/.test(text.slice(start.offset, end.offset))
}

function checkTable({ children: rows }: Table, document: Document, report: Report) {
  const [header, ...others] = rows
  if (header === undefined) return
  const columns = header.children.length
  if (header.children.every((cell) => plainText(cell) === '' && cell.children.length === 0))
    report('headless', placeOf(header))
  const [long, ...longer] = others.filter((row) => row.children.length > columns)
  if (long !== undefined)
    report('long', placeOf(long), { cells: long.children.length, columns, others: longer.length })
  const shorter = others.filter(
    (row) => row.children.length < columns && !isAttributes(row, document),
  )
  const [first] = shorter
  if (first === undefined) return
  const edits = shorter.flatMap((row) => cellsAdded(row, columns - row.children.length, document))
  const data = { cells: first.children.length, columns, others: shorter.length - 1 }
  report('short', placeOf(first), data, { edits })
}

// In pages (a README), a line of attributes may follow a table (kramdown, pandoc).
function isAttributes(row: TableRow, { kind }: Document) {
  return kind === 'page' && row.children.length === 1 && /^\{.*\}$/.test(plainText(row))
}

// Reports a table that GFM reads as a paragraph: its row of dashes is missing or has another number
// of cells.
function checkLookalike(node: Paragraph, document: Document, report: Report) {
  const { start, end } = placeOf(node)
  const source = document.text.slice(start.offset, end.offset)
  if (!source.includes('|') || isMarked(node, document)) return
  const lines = source.split(/\r\n|\n|\r/)
  const [first = '', second = ''] = lines
  const cells = cellsIn(first)
  if (cells < 2) return
  const at = { start: start.offset, end: start.offset + first.length }
  const meant = delimiterRow(cells)
  const indent = /^\s*/.exec(second)?.[0] ?? ''
  const below = start.offset + source.indexOf(second, first.length) + indent.length
  const splice = (length: number, text: string) => ({
    edits: [{ start: below, end: below + length, text }],
  })
  if (DASHES.test(second)) {
    const data = { cells, columns: cellsIn(second), meant }
    report('delimiter', at, data, splice(second.trim().length, meant))
  } else if (lines.length > 1 && lines.every((line) => /^\s*\|.*\|\s*$/.test(line)))
    report('undelimited', at, { meant }, splice(0, `${meant}\n${indent}`))
}

const DASHES = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/

// A row without a bar may be a paragraph, so it gets no cells.
function cellsAdded(row: TableRow, count: number, { text }: Document): readonly Splice[] {
  const { start, end } = placeOf(row)
  const written = text.slice(start.offset, end.offset)
  if (!/(?<!\\)\|/.test(written)) return []
  const isClosed = /(?<!\\)\|\s*$/.test(written) && written.trim().length > 1
  const cells = (isClosed ? '' : ' |') + '  |'.repeat(count)
  return [{ start: end.offset, end: end.offset, text: cells }]
}

function cellsIn(line: string) {
  const bars = line
    .trim()
    .replace(/\\\||`[^`]*`/g, '')
    .replace(/^\||\|$/g, '')
  return bars.split('|').length
}

// A message on one row, with the number of other rows that have the same fault.
function andOthers(fr: string, en: string): Message {
  const first = wording(fr, en)
  const all = wording(
    `${fr} ; {others|autre ligne|autres lignes} de ce tableau à revoir`,
    `${en}; {others|other row|other rows} of this table to look at`,
  )
  return {
    fr: (data) => (data.others === '0' ? first : all).fr(data),
    en: (data) => (data.others === '0' ? first : all).en(data),
  }
}
