import type { Element } from 'hast'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { fitTables } from './fit-tables.ts'

describe('a table in a book', () => {
  it('gives each column what its longest word needs, and the rest to the wordy ones', () => {
    const table = fitted([
      ['An', 'Ce que dit l’enquête'],
      ['2012', 'premier canal des plus de soixante-quinze ans, et des personnes qui ne lisent pas'],
    ])
    const [year = 0, said = 0] = widthsOf(table)
    expect(year).toBeGreaterThan(12)
    expect(said).toBeGreaterThan(4 * year)
    expect(year + said).toBeLessThanOrEqual(100)
    expect(table.properties.className).toBeUndefined()
  })

  it('too wide for a telephone, has its headings repeated in each cell that says something', () => {
    const table = fitted([
      ['Juridiction', 'Jurisprudence', 'Dématérialisation', 'Date'],
      ['constitutionnelle', 'administrative', '', 'septembre'],
    ])
    expect(table.properties.className).toEqual(['wide'])
    expect(cellsOf(table).map((cell) => cell.properties.dataLabel)).toEqual([
      'Juridiction\u00A0: ',
      'Jurisprudence\u00A0: ',
      undefined,
      'Date\u00A0: ',
    ])
  })

  it('has them repeated where a cell shows a picture as well', () => {
    const table = fitted([
      ['Juridiction', 'Jurisprudence', 'Dématérialisation', 'Plan'],
      [
        'constitutionnelle',
        'administrative',
        'oui',
        h('a', { href: 'x' }, h('img', { src: 'plan.png', alt: '' })),
      ],
    ])
    expect(cellsOf(table)[3]?.properties.dataLabel).toBe('Plan\u00A0: ')
  })

  it('without any cell, or with one word wider than the screen, is still a table', () => {
    expect(widthsOf(fitted([[]]))).toEqual([])
    expect(widthsOf(fitted([['x'.repeat(500)], ['']]))).toEqual([100])
  })

  it('of more rows than a call can have arguments is one as well', { tags: ['long'] }, () => {
    const row = h('tr', h('td', 'x'))
    const table = h('table')
    table.children = Array(600_000).fill(row)
    fitTables(table, 'fr')
    expect(widthsOf(table)).toEqual([100])
  })
})

function fitted(rows: readonly (readonly (string | Element)[])[]): Element {
  const [head = [], ...body] = rows
  const table = h('table', [
    h(
      'thead',
      h(
        'tr',
        head.map((text) => h('th', text)),
      ),
    ),
    h(
      'tbody',
      body.map((cells) =>
        h(
          'tr',
          cells.map((text) => h('td', text)),
        ),
      ),
    ),
  ])
  fitTables(table, 'fr')
  return table
}

function widthsOf(table: Element): number[] {
  const [group] = table.children
  if (group?.type !== 'element') throw new Error('the table has no columns')
  return group.children.map((col) =>
    Number(
      col.type === 'element'
        ? /width:([\d.]+)%/.exec(String(col.properties.style))?.[1]
        : Number.NaN,
    ),
  )
}

function cellsOf(element: Element): Element[] {
  return element.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'td' ? [child] : cellsOf(child),
  )
}
