import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Table, TableCell, TableRow } from 'mdast'
import { headsColumns, nodesAsText } from '../edition/nodes.ts'
import { unlessEmpty } from './heading.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { idOf, type NoteScope, numberBefore, ownLanguage, type Page } from './page.ts'

/** A table. Its first row is a header unless empty. A wide table scrolls, by keyboard too. */
export function tableToHast(node: Table, page: Page, scope: NoteScope): Element {
  const [head, ...body] = node.children
  const rowsIn = (rows: readonly TableRow[], isHeader: boolean) =>
    rows.map(({ children }) =>
      h(
        'tr',
        children.map((cell, column) =>
          cellToHast(cell, isHeader, node.align?.[column] ?? 'left', page, scope),
        ),
      ),
    )
  const hasHead = head !== undefined && (headsColumns(head) || body.length === 0)
  const table = h('table', [
    hasHead ? h('thead', rowsIn([head], true)) : null,
    unlessEmpty('tbody', rowsIn(body, false)),
  ])
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

function cellToHast(
  { children, data }: TableCell,
  isHeader: boolean,
  align: string,
  page: Page,
  scope: NoteScope,
): Element {
  const content = inlineToHast(children, page, scope)
  const className = [
    align === 'left' ? '' : align,
    LONG_WORD.test(nodesAsText(children)) ? 'long' : '',
  ].filter(Boolean)
  const isHeading = isHeader && content.length > 0
  const properties = {
    scope: isHeading ? 'col' : null,
    className: className.length > 0 ? className : null,
    ...ownLanguage(data?.lang, page.dialect),
  }
  return h(isHeading ? 'th' : 'td', properties, content)
}

/** Usually an address. Without a break, it would push columns off the page. */
const LONG_WORD = /\S{30}/

/** The accessible name, unique on a page. In a note, a table has only its rank in the source. */
function label({ data }: Table, page: Page, scope: NoteScope): string {
  const { table } = page.edition.words
  if (data?.number) return `${table} §${data.number}`
  return data?.ordinal === undefined ? table : `${table} ${scope.replace(/^a/, '')}.${data.ordinal}`
}
