import { toHtml } from 'hast-util-to-html'
import type { TableCell, TableRow } from 'mdast'
import { expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { h } from '../samples/sample-nodes.ts'
import { flowToHast } from './flow-to-hast.ts'
import type { Page } from './page.ts'

const page: Page = {
  edition: sampleEdition,
  dialect: 'html',
  shift: 0,
  hrefOf: () => null,
  srcOf: () => null,
  sectionId: () => '',
}

it('more headings than a call can have arguments come right below what they are in', {
  tags: ['long'],
}, () => {
  const headings = flowToHast(Array(600_000).fill(h(3, 1)), page, 'a1', 2)
  expect(headings).toHaveLength(600_000)
  expect(headings.at(-1)).toMatchObject({ tagName: 'h3' })
})

it('a word too long for a column of a table may be cut in its cell: on paper it would push the other columns off the page', () => {
  const cell = (value: string): TableCell => ({
    type: 'tableCell',
    children: [{ type: 'text', value }],
  })
  const row = (...words: string[]): TableRow => ({ type: 'tableRow', children: words.map(cell) })
  const rows = [
    row('Site', 'Prix'),
    row(`https://exemple.org/${'chemin/'.repeat(9)}`, 'anticonstitutionnellement'),
  ]
  const html = toHtml(
    flowToHast([{ type: 'table', align: ['right', null], children: rows }], page, 'a1', 2),
  )
  expect(html.match(/<td[^>]*>/g)).toEqual(['<td class="right long">', '<td>'])
})
