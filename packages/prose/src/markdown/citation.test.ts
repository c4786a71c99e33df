import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Citation } from './citation.ts'
import { parseMarkdown } from './parse-markdown.ts'

function citations(text: string): readonly Citation[] {
  const found: Citation[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'citation') found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(text))
  return found
}

/** `key|locator`, with `-` before when the author is left out. */
const shown = (text: string) =>
  citations(text).map(({ items }) =>
    items.map(
      ({ key, locator, suppressAuthor }) => `${suppressAuthor ? '-' : ''}${key}|${locator}`,
    ),
  )

describe('what a citation holds', () => {
  it.each<[string, string, string[][]]>([
    ['a key', 'a [@insee].', [['insee|']]],
    ['a locator', '[@insee, p. 12]', [['insee|p. 12']]],
    ['several works', '[@a, p. 1; -@b ; @c,2]', [['a|p. 1', '-b|', 'c|2']]],
    ['a comma in the locator', '[@a, p. 1, note 2]', [['a|p. 1, note 2']]],
    ['no-break spaces', '[@a,\u00a0p.\u202f12\u00a0;\u00a0@b]', [['a|p. 12', 'b|']]],
    ['a key with signs inside', '[@ddd-2022:a.b_c/d]', [['ddd-2022:a.b_c/d|']]],
    ['a key that ends before a sign', '[@a., p. 1]', [['|@a., p. 1']]],
    ['accents apart', '[@socie\u0301te\u0301]', [['socie\u0301te\u0301|']]],
    ['two lines', '[@a,\np. 1;\n  @b]', [['a|p. 1', 'b|']]],
    ['the line ends of Windows', '[@a,\r\np. 1;\r\n@b]', [['a|p. 1', 'b|']]],
    ['two in a row', '[@a] [@b]', [['a|'], ['b|']]],
    ['signs of emphasis', '[@a, *p*. 1]', [['a|*p*. 1']]],
    ['no key', '[@]', [['|@']]],
    ['words instead of a key', '[@a; voir b]', [['a|', '|voir b']]],
    ['a space in the key', '[@a b]', [['|@a b']]],
    ['an empty item', '[@a;]', [['a|', '|']]],
  ])('%s', (_what, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('what is no citation', () => {
  it.each([
    ['an escaped bracket', '\\[@a]'],
    ['an escape inside', '[@a\\]]'],
    ['brackets inside', '[@a [b] c]'],
    ['no end', '[@a'],
    ['an end in another paragraph', '[@a\n\n b]'],
    ['a link', '[@a](u)'],
    ['a reference', '[@a][b]\n\n[b]: u'],
    ['code', '`[@a]`'],
    ['an image', '![@a](u)'],
    ['words first', '[voir @a]'],
    ['no bracket', '@a'],
    ['an attribute', '<a title="[@a]">'],
  ])('%s', (_what, text) => {
    expect(shown(text)).toEqual([])
  })

  it('the text is still there', () => {
    expect(parseMarkdown('[@a [b] c]').children[0]).toMatchObject({
      children: [{ type: 'text', value: '[@a [b] c]' }],
    })
  })
})

describe('where a citation may stand', () => {
  it.each([
    ['a heading', '## Titre [@a]'],
    ['an emphasis', '*mot [@a]*'],
    ['the text of a link', '[mot [@a]](u)'],
    ['a table', '| x |\n|---|\n| [@a] |'],
    ['a note', 'a[^1]\n\n[^1]: b [@a]'],
    ['a list in a quote', '> - [@a]'],
    ['next to a word', 'mot[@a]mot'],
    ['brackets', '([@a])'],
  ])('%s', (_what, text) => {
    expect(shown(text)).toEqual([['a|']])
  })
})

describe('where its keys are', () => {
  it.each([
    ['on one line', 'é 😀 [@insee, p. 1; -@ddd]'],
    ['on two lines', '[@insee, p. 1;\n -@ddd]'],
    ['on two lines of Windows', '[@insee, p. 1\r\n; -@ddd]'],
    ['in a quote', '> mot [@insee,\n> p. 1;\n> -@ddd]'],
    ['in a list in a quote', '> - mot [@insee\n>   ; -@ddd]'],
  ])('%s', (_what, text) => {
    const [citation] = citations(text)
    expect(citation?.items.map(({ start, end }) => text.slice(start, end))).toEqual([
      'insee',
      'ddd',
    ])
  })

  it('an item without a key is found whole', () => {
    const text = '[@a; voir b]'
    expect(citations(text)[0]?.items.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      ' voir b',
    ])
  })
})
