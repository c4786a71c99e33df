import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { firstDenseBlock } from './dense-blocks.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** Every node of a type, with its source as its position gives it. */
function sources(text: string, type: Nodes['type'], from = 0): readonly string[] {
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === type)
      found.push(text.slice(node.position?.start.offset, node.position?.end.offset))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(text, from))
  return found
}

describe('positions are those of the whole file', () => {
  const body = '## Titre\n\nUn *mot* et [un lien](u).\n\n- a\n- b 😀 *c*\n'
  const head = '---\ntitle: « é 😀 »\nsummary: r\n---\n'

  it.each([
    ['without a head', body],
    ['with a head', head + body],
    ['with a byte order mark', `\uFEFF${head}${body}`],
    ['with a byte order mark alone', `\uFEFF${body}`],
    ['with the line ends of Windows', `\uFEFF${head}${body}`.replaceAll('\n', '\r\n')],
    ['with the line ends of old', (head + body).replaceAll('\n', '\r')],
  ])('%s', (_what, text) => {
    const { bodyStart } = splitFrontMatter(text)
    expect(sources(text, 'emphasis', bodyStart)).toEqual(['*mot*', '*c*'])
    expect(sources(text, 'heading', bodyStart)).toEqual(['## Titre'])
    expect(sources(text, 'link', bodyStart)).toEqual(['[un lien](u)'])
  })

  it('lines count from the first of the file', () => {
    const text = head + body
    expect(parseMarkdown(text, head.length).children[0]?.position?.start).toEqual({
      line: 5,
      column: 1,
      offset: head.length,
    })
  })

  it('a head is no Markdown', () => {
    expect(sources(head + body, 'thematicBreak', head.length)).toEqual([])
  })
})

describe('the Markdown that is read', () => {
  it.each<[string, string, Nodes['type'], number]>([
    ['tables', '| a |\n|---|\n| b |', 'table', 1],
    ['notes', 'a[^1]\n\n[^1]: b', 'footnoteReference', 1],
    ['a note without a definition is text', 'a[^1]', 'footnoteReference', 0],
    ['two tildes', 'a ~~b~~', 'delete', 1],
    ['one tilde is text', 'coûte~12 € et~15 €', 'delete', 0],
    ['a bare address is text', 'https://exemple.fr', 'link', 0],
    ['a box to tick is text', '- [ ] a', 'text', 1],
    ['raw HTML', 'a <b>c</b>', 'html', 2],
  ])('%s', (_what, text, type, count) => {
    expect(sources(text, type)).toHaveLength(count)
  })
})

// A parser that looked back would take minutes: the time that a test is given says so.
describe('hostile texts', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['quotes', `${'>'.repeat(10_000)}a`],
    ['quotes and spaces', `${'> '.repeat(10_000)}a`],
    ['lists', `${'- '.repeat(10_000)}a`],
    ['numbered lists', `${'1. '.repeat(10_000)}a`],
    ['lists by their indent', `${' '.repeat(500)}- a`],
    ['brackets', '['.repeat(10_000)],
    ['links', `${'['.repeat(10_000)}a${'](u)'.repeat(10_000)}`],
    ['images', `${'!['.repeat(10_000)}a${'](u)'.repeat(10_000)}`],
    ['emphases', `${'*a '.repeat(10_000)}${'b* '.repeat(10_000)}`],
    ['stars', `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`],
    ['strikes', `${'~~a '.repeat(10_000)}${'b~~ '.repeat(10_000)}`],
    ['instructions', 'a <?'.repeat(10_000)],
    ['brackets that close', 'a]'.repeat(10_000)],
    ['lines after a quote', `> a\n${'z\n'.repeat(10_000)}z`],
    ['lines after an item', `1. a\r\n${'  z\r\n'.repeat(10_000)}z`],
    ['lines after a quote in a quote', `> > a\n${'> z\n'.repeat(10_000)}> z`],
    ['rows of a table', `| a | b |\n|---|---|\n${'| a | b |\n'.repeat(10_000)}|`],
    ['rows of a table of one column', `a\n:-\n${'b\n'.repeat(20_000)}c`],
    [
      'backticks in runs of rising length',
      Array.from({ length: 500 }, (_, rank) => '`'.repeat(rank + 1)).join(' a '),
    ],
    ['lines after some of a quote', `${'> a\n'.repeat(5000)}${'z\n'.repeat(1000)}z`],
  ]

  it.each(hostile)(
    '%s by ten thousand: named, read as words, in no time',
    { tags: ['long'], timeout: 30_000 },
    (_what, block) => {
      const text = `Avant.\n\n${block}\n\nAprès *tout*.\n`
      expect(firstDenseBlock(text)).toBe(8)
      expect(sources(text, 'paragraph')).toEqual(['Avant.', block, 'Après *tout*.'])
      expect(sources(text, 'emphasis')).toEqual(['*tout*'])
    },
  )

  it.each([
    ['a log with one dash, as code', `\`\`\`\n- a\n${'b\n'.repeat(3000)}\`\`\``],
    ['items of items, over two lines each', '- a\n  b\n  - c\n    d\n'.repeat(2000)],
    ['an item after each quotation', '> > a\n- b\n  c\n'.repeat(2000)],
  ])('%s, by thousands, is honest', (_what, text) => expect(firstDenseBlock(text)).toBeNull())

  it('keeps every letter of what it did not read', () => {
    const block = '> '.repeat(200)
    const paragraph = parseMarkdown(`${block}*é*\nfin`).children[0]
    expect(paragraph).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'text', value: `${block}*é*\nfin` }],
    })
  })

  it.each([
    ['one line', 'mot '.repeat(250_000)],
    ['one word', 'a'.repeat(1_000_000)],
    ['spaces', `a${' '.repeat(1_000_000)}b`],
  ])('a megabyte, %s', { tags: ['long'], timeout: 30_000 }, (_what, text) => {
    expect(firstDenseBlock(text)).toBeNull()
    expect(parseMarkdown(text).children).toHaveLength(1)
  })

  it.each([
    ['underlined headings', 'a\n=\n', 20_000],
    ['quotes apart', '> a\n\n', 20_000],
    ['lists in lists', '- a\n  - b\n', 10_000],
  ])('many %s', { tags: ['long'], timeout: 30_000 }, (_what, piece, count) => {
    expect(firstDenseBlock(piece.repeat(count))).toBeNull()
    expect(sources(piece.repeat(count), 'text').length).toBeGreaterThanOrEqual(count)
  })

  it.each([
    ['a ruler', '*'.repeat(3000)],
    ['a ruler of dashes', '- '.repeat(3000)],
    ['a form to fill in', `Nom : ${'_'.repeat(300)}`],
    [
      'a nested list',
      Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    ],
    ['a long list', '- un **mot** et [un lien](u)\n'.repeat(1000)],
    ['many paragraphs', 'un *mot* et ![une image](u)\n\n'.repeat(1000)],
    ['a long quote', '> un mot\n'.repeat(3000)],
    ['long items', '1. un mot\n   encore\n'.repeat(3000)],
    ['a long item', `- un mot\n${'  encore\n'.repeat(3000)}`],
    ['items over two lines', '- un mot\nencore\n'.repeat(3000)],
    ['a long text', 'un mot\n'.repeat(3000)],
    ['a long table', `| a | b |\n|---|---|\n${'| a | b |\n'.repeat(3000)}`],
    ['drawings of a terminal, as code', `\`\`\`\n${'| a | b | c | d |\n'.repeat(6000)}\`\`\``],
    ['a paragraph of code spans', '`a` et ``b`` '.repeat(10_000)],
    ['a table', `| a | b |\n|---|---|\n${'| **a** | [b](u) |\n'.repeat(300)}`],
  ])('%s is no hostile text', (_what, text) => {
    expect(firstDenseBlock(text)).toBeNull()
  })
})
