import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Table, TableRow } from 'mdast'
import { headsColumns } from '../edition/heads-columns.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { idOf, type NoteScope, numberBefore, ownLanguage, type Page } from './page.ts'

/** A table; its first row is a header unless empty. Wide tables scroll, by keyboard too. */
export function tableToHast(node: Table, page: Page, scope: NoteScope): Element {
  const [head, ...body] = node.children
  const rows = (list: readonly TableRow[], cell: 'th' | 'td') =>
    list.map((row) =>
      h(
        'tr',
        row.children.map((_, column) => cellOf(row, column, cell, node, page, scope)),
      ),
    )
  const heads =
    head !== undefined && (headsColumns(head) || body.length === 0)
      ? [h('thead', rows([head], 'th'))]
      : []
  const table = h('table', [...heads, ...(body.length > 0 ? [h('tbody', rows(body, 'td'))] : [])])
  const number = node.data?.number
  return h(
    'div.bloc',
    idOf(number),
    numberBefore(number, page),
    scrollable(table, label(node, page, scope), page),
  )
}

/** `content` in a scrollable frame; in a book, `content` alone. */
export function scrollable(content: Element, name: string, page: Page): Element {
  return page.dialect === 'epub'
    ? content
    : h('div.wide', { role: 'region', ariaLabel: name, tabIndex: 0 }, content)
}

function cellOf(
  row: TableRow,
  column: number,
  cell: 'th' | 'td',
  node: Table,
  page: Page,
  scope: NoteScope,
): Element {
  const { children = [], data } = row.children[column] ?? {}
  const content = inlineToHast(children, page, scope)
  const align = node.align?.[column] ?? 'left'
  const className = [
    ...(align === 'left' ? [] : [align]),
    ...(LONG_WORD.test(nodesAsText(children)) ? ['long'] : []),
  ]
  const properties = {
    ...(className.length > 0 && { className }),
    ...ownLanguage(data?.lang, page.dialect),
  }
  // An empty cell is no header.
  return cell === 'th' && content.length > 0
    ? h('th', { scope: 'col', ...properties }, content)
    : h('td', properties, content)
}

/** Usually an address: unbroken, it would push columns off the page. */
const LONG_WORD = /\S{30}/

/** The accessible name, unique on a page. In a note, a table has only its rank in the source. */
function label({ data }: Table, page: Page, scope: NoteScope): string {
  const { table } = page.edition.words
  if (data?.number) return `${table} §${data.number}`
  return data?.ordinal === undefined ? table : `${table} ${scope.replace(/^a/, '')}.${data.ordinal}`
}
