import { parseMarkdown } from '@cahier/prose'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { composed } from '../sample-book.ts'
import { plainMarkdown } from './plain-markdown.ts'

const quoted = (text: string) => plainMarkdown(text, 0).text

describe('an admonition is a quotation', () => {
  it.each([
    ['of Docusaurus', ':::tip\nUn mot\n:::\nSuite\n', '> [!tip]\n> \n> Un mot\n\nSuite\n'],
    [
      'of VuePress, with a title',
      '::: warning Gare à *vous*\nUn\n\n- deux\n:::\n',
      '> **Gare à *vous***\n> \n> Un\n> \n> - deux\n\n',
    ],
    [
      'whose title is between brackets',
      ':::info[Titre] {#ancre}\nUn\n:::',
      '> **Titre**\n> \n> Un\n\n',
    ],
    [
      'of Quarto',
      '::: {.callout-note title="Un titre"}\nUn\n:::\n',
      '> **Un titre**\n> \n> Un\n\n',
    ],
    ['of MyST', ':::{note}\nUn\n:::\n', '> [!note]\n> \n> Un\n\n'],
    [
      'of MkDocs',
      '!!! note\n\n    Un\n\n    - deux\n\nSuite\n',
      '> [!note]\n> \n> \n> Un\n> \n> - deux\n\n\nSuite\n',
    ],
    [
      'of MkDocs, with a title, and nothing after it',
      '??? question "Pourquoi ?"\n    Parce que',
      '> **Pourquoi ?**\n> \n> Parce que\n\n',
    ],
    ['whose title is taken away', '!!! note ""\n\tUn\n', '> Un\n\n'],
    ['of a kind of its own', '!!! histoire\n    Un\n', '> **Histoire**\n> \n> Un\n\n'],
    [
      'a tab',
      '=== "Python"\n\n    ```\n    a\n\n    b\n    ```\n',
      '> **Python**\n> \n> \n> ```\n> a\n> \n> b\n> ```\n\n',
    ],
    [
      'in a list',
      '1. un\n\n   :::note\n   deux\n   :::\n2. trois\n',
      '1. un\n\n   > [!note]\n   > \n   > deux\n\n2. trois\n',
    ],
    [
      'one in another',
      '::::note\n:::tip\nUn\n:::\n::::\n',
      '> [!note]\n> \n> > [!tip]\n> > \n> > Un\n> \n\n',
    ],
    ['with Windows’ ends of line', ':::tip\r\nUn\r\n:::\r\n', '> [!tip]\r\n> \r\n> Un\r\n\r\n'],
  ])('%s', (_, text, expected) => expect(quoted(text)).toBe(expected))

  it('but a division that is none loses its fences alone', () => {
    expect(quoted('::: {.center}\nUn\n:::\n\n::: code-group\nDeux\n:::\n')).toBe(
      '\nUn\n\n\n\nDeux\n\n',
    )
  })

  it.each([
    ['never closed', ':::tip\nUn\n'],
    ['code that shows one', '```md\n:::tip\nUn\n:::\n```\n\n- ~~~\n  !!! note\n      Un\n  ~~~\n'],
    ['with nothing in it', '!!! note\nUn\n\n=== "Un"\n'],
    ['words', '!!! Attention !!!\n    Un\n\nTitre\n===\n    Un\n:::\n'],
  ])('and what is none stays as it is: %s', (_, text) => expect(quoted(text)).toBe(text))
})

it('gives each word the place that it has in the file, below a head too', () => {
  const text =
    '---\ntitle: a\n---\n\nzéro\n\n:::note [un](b)\ndeux `trois`\n\n!!! tip\n    - quatre\n\n\tcinq\n::: \nsix\n\n\n'
  const { text: written, place } = plainMarkdown(text, text.indexOf('\n\nzéro'))
  const tree = parseMarkdown(written, text.indexOf('\n\nzéro'))
  place(tree)
  const words = literals(tree)
  expect(words.map(({ value }) => value)).toEqual([
    'zéro',
    'un',
    'deux ',
    'trois',
    '[!tip]',
    'quatre',
    'cinq',
    'six',
  ])
  // What a head says is placed on its line.
  for (const { value, start, line } of words.filter(
    ({ value }) => value !== '[!tip]' && value !== 'un',
  ))
    expect([
      value,
      text.startsWith(value, start) || text.startsWith(`\`${value}\``, start),
      line,
    ]).toEqual([value, true, text.slice(0, start).split('\n').length])
})

it('never fails, loses no word, places all within the file, and nests them so far only', () => {
  const piece = fc.constantFrom(
    ':::tip',
    ':::',
    '::::note T',
    '!!! note',
    '??? a "b"',
    '=== "T"',
    '    ',
    '\t',
    '\nmot',
    '\n',
    '\n\n',
    '```',
    '> ',
    '- ',
    ' ',
    '\r\n',
    '\n{{< note "T" >}}\n',
    '\n{{< /note >}}\n',
    '\n{% tab title="T" %}\n',
    '\n{% endtab %}\n',
    '\n{% code %}\n',
    '\n{% endcode %}\n',
    '\n{: .a #b }\n',
    '\n: ',
    '\n\nmot\n: mot\n',
    '^[',
    ']',
    '](un mot.md)',
    '\n\n--- ---\n',
    '\n\n-----\nmot mot\n--- ---\nmot mot\n\nmot mot\n-----\n\n',
    '\n\n+---+---+\n|mot|mot|\n+---+---+\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { text: written, place } = plainMarkdown(text, 0)
      expect(written.match(/mot/g) ?? []).toEqual(text.match(/mot/g) ?? [])
      const tree = parseMarkdown(written)
      place(tree)
      for (const { start } of literals(tree)) expect(start).toBeLessThanOrEqual(text.length)
    }),
  )
  const deep = `${':::tip\n'.repeat(20_000)}mot\n${':::\n'.repeat(20_000)}`
  expect(quoted(deep).length).toBeLessThan(deep.length * 8)
})

function literals(
  node: Nodes,
): { readonly value: string; readonly start: number; readonly line: number }[] {
  const start = node.position?.start
  const own =
    'value' in node
      ? [{ value: node.value, start: start?.offset ?? -1, line: start?.line ?? -1 }]
      : []
  return 'children' in node ? [...own, ...node.children.flatMap(literals)] : own
}

it('what is said of a caption, or of a table in a quotation, is said where it is written', () => {
  const text =
    '  a    b\n  ---- ----\n  un   deux\n\n  : Voir [là](absent.md).\n\n>  a    b\n>  ---- ----\n>  un   deux\n>\n>  [ici](absent.md)\n'
  const { findings } = composed({ 'a.md': `# A\n\n${text}` })
  expect(
    findings.map(({ message, place: { start } }) => `${start.line}:${start.column} ${message}`),
  ).toEqual(['1:1 untitled', '7:10 missing', '13:4 missing'])
})
