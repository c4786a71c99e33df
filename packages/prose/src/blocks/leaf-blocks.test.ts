import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { leafBlocks } from './leaf-blocks.ts'

const texts = (text: string) => leafBlocks(parseMarkdown(text), text).map((block) => block.text)

describe('the blocks that hold no other', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs and headings', '# a\n\nb\nc\n\nd', ['# a', 'b\nc', 'd']],
    ['items of lists, at any depth', '- a\n\n  b\n  - c\n- d', ['a', 'b', 'c', 'd']],
    ['quotes', '> a\n>\n> b', ['a', 'b']],
    [
      'code, tables and rulers',
      '```\na\n```\n\n| b |\n|---|\n| c |\n\n***',
      ['```\na\n```', '| b |\n|---|\n| c |', '***'],
    ],
    ['notes', 'a[^1]\n\n[^1]: b\n\n    c', ['a[^1]', 'b', 'c']],
    ['raw HTML', '<div>a</div>\n\n<!-- b -->', ['<div>a</div>', '<!-- b -->']],
    [
      'no comment of the tool',
      'a\n\n<!-- cahier b\nc -->\n\n- d\n\n   <!-- cahier e -->',
      ['a', 'd'],
    ],
    [
      'words hidden between comments',
      '<!-- cahier --> a <!-- b -->',
      ['<!-- cahier --> a <!-- b -->'],
    ],
    ['no definition', '[a]: u\n\n[a]', ['[a]']],
    ['an empty item', '- a\n-\n- b', ['a', 'b']],
    ['nothing', '', []],
  ])('%s', (_what, text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('are numbered from 1', () => {
    expect(
      leafBlocks(parseMarkdown('a\n\n- b'), 'a\n\n- b').map(({ ordinal, node }) => [
        ordinal,
        node.type,
      ]),
    ).toEqual([
      [1, 'paragraph'],
      [2, 'paragraph'],
    ])
  })

  it('keep their bytes', () => {
    expect(texts('---\r\n\r\n«\u00a0e\u0301\u00a0»  \r\n\u00adb\r\n')).toEqual([
      '---',
      '«\u00a0e\u0301\u00a0»  \r\n\u00adb',
    ])
  })
})
