import type { Element, ElementContent, Nodes } from 'hast'
import { h } from 'hastscript'
import { labelled } from '../edition/labels.ts'

/** The width of a phone, and the gap between two columns, in characters. */
const line = 40
const gap = 2.5

/**
 * Sets column widths so that the longest word of each column fits. A table too wide for a phone is
 * stacked (class `wide`): each cell follows its column heading. Changes the tree.
 */
export function fitTables(node: Nodes, language: string): void {
  if (!('children' in node)) return
  if (node.type === 'element' && node.tagName === 'table') fit(node, language)
  else for (const child of node.children) fitTables(child, language)
}

function fit(table: Element, language: string) {
  const rows = rowsIn(table)
  const texts = rows.map((cells) => cells.map(textOf))
  const length = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length }, (_, index) => texts.map((row) => row[index] ?? ''))
  const words = columns.map((cells) => longest(cells.flatMap((cell) => cell.split(/[ \n-]/))))
  table.children.unshift(
    h(
      'colgroup',
      widths(columns, words).map((width) => h('col', { style: `width:${width}%` })),
    ),
  )
  if (sum(words) <= line) return
  table.properties.className = ['wide']
  const isHeaded = table.children.some((child) => 'tagName' in child && child.tagName === 'thead')
  const heads = isHeaded ? (texts[0] ?? []) : []
  for (const cells of isHeaded ? rows.slice(1) : rows)
    for (const [index, cell] of cells.entries()) {
      const label = heads[index]?.trim()
      if (label && (textOf(cell).trim() || holdsImage(cell)))
        cell.properties.dataLabel = `${labelled(label, language)} `
    }
}

/** Shares of the width of the table, in percent. */
function widths(
  columns: readonly (readonly string[])[],
  words: readonly number[],
): readonly number[] {
  const roots = columns.map((cells, index) => Math.sqrt(longest(cells) - (words[index] ?? 0)))
  const left = Math.max(0, line - sum(words))
  const wishes = words.map(
    (word, index) => word + (sum(roots) === 0 ? 0 : (left * (roots[index] ?? 0)) / sum(roots)),
  )
  return wishes.map((wish) => Math.floor((wish / sum(wishes)) * 1000) / 10)
}

function rowsIn(element: Element): Element[][] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'tr'
      ? [child.children.filter((cell) => cell.type === 'element')]
      : rowsIn(child)
  })
}

/** The text without footnote marks. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' && node.tagName !== 'sup' ? node.children.map(textOf).join('') : ''
}

function holdsImage({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || holdsImage(child)),
  )
}

function longest(texts: readonly string[]) {
  return texts.reduce((most, { length }) => Math.max(most, length), 3) + gap
}

function sum(numbers: readonly number[]) {
  return numbers.reduce((total, part) => total + part, 0)
}
