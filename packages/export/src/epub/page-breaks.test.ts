import fc from 'fast-check'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import type { BookPage } from './book-page.ts'
import { openPageBreaks } from './page-breaks.ts'

describe('the pages of a book that flows', () => {
  it('begin with each file, and hold about one feuillet', () => {
    const paragraphs = Array.from({ length: 20 }, () => h('p', 'x'.repeat(300)))
    const { breaks } = marked([file('a.xhtml', paragraphs), file('b.xhtml', [h('p', 'court')])])
    expect(breaks.map(({ href }) => href)).toEqual([
      'a.xhtml#page-1',
      'a.xhtml#page-2',
      'a.xhtml#page-3',
      'a.xhtml#page-4',
      'b.xhtml#page-5',
    ])
  })

  it('never begin between a heading and what it heads, nor inside a table or a note', () => {
    const long = h('p', 'x'.repeat(1480))
    const notes = h('section', { role: 'doc-endnotes' }, [h('aside', h('p', 'x'.repeat(4000)))])
    const rows = Array.from({ length: 50 }, () => h('tr', h('td', 'x'.repeat(100))))
    const { pages } = marked([
      file('a.xhtml', [long, h('h2', 'Titre'), h('p', 'x'.repeat(900)), h('table', rows), notes]),
    ])
    const [section] = pages[0]?.body ?? []
    expect(shapeOf(section)).toBe('section(page-1 p page-2 h2 p page-3 table section(aside))')
  })

  it('leave every word in its place, and every marker in the list', { tags: ['long'] }, () => {
    const block = fc.oneof(
      fc
        .tuple(fc.constantFrom('p', 'h2', 'pre'), fc.integer({ min: 0, max: 2500 }))
        .map(([name, length]) => h(name, 'm'.repeat(length))),
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 8 }).map((items) =>
        h(
          'ul',
          items.map((length) => h('li', 'i'.repeat(length))),
        ),
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(block, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (files) => {
          const before = files.map((blocks, index) => file(`${index}.xhtml`, blocks))
          const { pages, breaks } = marked(before)
          expect(pages.map((page) => textOf(page.body))).toEqual(
            before.map((page) => textOf(page.body)),
          )
          expect(
            pages.flatMap((page) => markersIn(page.body).map((id) => `${page.path}#${id}`)),
          ).toEqual(breaks.map(({ href }) => href))
          expect(breaks.map(({ title }) => title)).toEqual(breaks.map((_, index) => `${index + 1}`))
        },
      ),
    )
  })
})

function marked(files: readonly BookPage[]) {
  const { mark, breaks } = openPageBreaks()
  return { pages: files.map(mark), breaks }
}

function file(path: string, blocks: ElementContent[]): BookPage {
  return { path, title: '', properties: [], body: [h('section', blocks)] }
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : '',
    )
    .join('')
}

function markersIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return node.properties.role === 'doc-pagebreak'
      ? [String(node.properties.id)]
      : markersIn(node.children)
  })
}

/** Elements by name, markers by id. */
function shapeOf(node: ElementContent | undefined): string {
  if (node?.type !== 'element') return ''
  if (node.properties.role === 'doc-pagebreak') return String(node.properties.id)
  return node.tagName === 'section'
    ? `section(${node.children.map(shapeOf).join(' ')})`
    : node.tagName
}
