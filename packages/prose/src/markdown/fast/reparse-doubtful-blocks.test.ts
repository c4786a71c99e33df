import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { Root, RootContent } from 'mdast'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../parse-markdown.ts'
import { startEngine } from './engine.ts'
import { fastParser, parseWith } from './fast-parser.ts'
import { reparseDoubtfulBlocks } from './reparse-doubtful-blocks.ts'

const wasm = brotliDecompressSync(
  readFileSync(new URL('../../../engine/satteri.wasm.br', import.meta.url)),
)
const engine = startEngine(wasm)

it('takes over any number of blocks that are in no doubt', () => {
  const start = 'Un\n\nDeux\n\n'
  const text = start + '***\n'.repeat(600_000)
  const point = (index: number, column: number) => ({
    line: 5 + index,
    column,
    offset: start.length + index * 4 + column - 1,
  })
  const rules = Array.from({ length: 600_000 }, (_, index): RootContent => {
    return { type: 'thematicBreak', position: { start: point(index, 1), end: point(index, 4) } }
  })
  const tree: Root = { type: 'root', children: [...parseMarkdown(start).children, ...rules] }
  expect(reparseDoubtfulBlocks(tree, text, [0])?.children).toEqual(tree.children)
})

it.each([
  [
    'a definition before others',
    '[a] coûte~12 € et~15 € [^b]\n\n[a]: u\n\n[^b]: c\n\n# D\n\ne [a]\n',
  ],
  [
    'definitions after others',
    '[a] b [^c]\n\n[a]: u\n\n[^c]: d\n\n# E\n\nf [a] coûte~12 € et~15 € [^c]',
  ],
  [
    'a definition far from its call, with line ends of Windows',
    '[a] b\r\n\r\n[a]: u\r\n\r\n# C\r\n\r\n1 [d]~a~\r\n\r\n# E\r\n\r\nf\r\n\r\n[d]: v\r\n',
  ],
  ['the label of a reference on two lines', '1. [a][b c \n   d], e\n\n[b c d]: u'],
  ['a definition in a text with quotes in quotes', '> > a\n>\n> b\n\n[c]: u\n'],
  ['a character reference in a label', 'a [b&amp;c] d[^&copy;]\n\n[^&copy;]: e\n\n[b&amp;c]: f'],
  ['an escape in the name of a note', 'a[^\\*]\n\n[^\\*]: b'],
])('of a long text that defines something, it reads parts as well: %s', (_what, part) => {
  const text = `# A\n\n${'b *c*\n\n'.repeat(20)}# D\n\n${part}`
  expect(parseWith(engine, text)).toEqual(parseMarkdown(text))
})

it('but no definitions over and over: each with all others, these would outlast the test', () => {
  const text = Array.from(
    { length: 1000 },
    (_, at) =>
      `## A ${at}\n\n- [b ${at}] coûte~12 € et~15 €\n\n[b ${at}]: https://exemple.fr/${at}\n\n`,
  ).join('')
  expect(fastParser(wasm)(text).children).toHaveLength(3000)
})
