import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../front-matter.ts'
import { parseMarkdown } from '../parse-markdown.ts'
import { isDoubtfulTree } from './doubtful-tree.ts'
import { startEngine } from './engine.ts'
import { fastParser, type PreparedText, parseWith, preparedText } from './fast-parser.ts'
import { treeOfArena } from './tree-of-arena.ts'

const wasm = brotliDecompressSync(
  readFileSync(new URL('../../../engine/satteri.wasm.br', import.meta.url)),
)
const engine = startEngine(wasm)
const parse = fastParser(wasm)

/** The tree as plain data, keys in one order: what is compared is all that a tree holds. */
const plain = (tree: unknown) =>
  JSON.stringify(tree, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

function expectSame(text: string, from = 0): void {
  const fast = parseWith(engine, text)
  if (fast !== null) expect(plain(fast), text).toBe(plain(parseMarkdown(text)))
  if (from > 0) expect(plain(parse(text, from)), text).toBe(plain(parseMarkdown(text, from)))
}

function markdownUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !/node_modules|dist/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}

const root = fileURLToPath(new URL('../../../../../', import.meta.url))
const texts = [...markdownUnder(join(root, 'programme')), ...markdownUnder(join(root, 'packages'))]

describe('the fast parser gives the tree of the reference', () => {
  it('on the programme and on our pages', { tags: ['long'], timeout: 60_000 }, () => {
    for (const text of texts) expectSame(text, splitFrontMatter(text).bodyStart)
  })

  it('and rarely needs the reference to do so', { tags: ['long'] }, () => {
    const left = texts.filter((text) => parseWith(engine, text) === null)
    expect(left.length).toBeLessThan(texts.length / 10)
  })

  it.each([
    ['nothing', ''],
    ['headings', '# a\n\nb\n===\n\n## c ##\n'],
    ['lists', '- a\n- b\n\n  c\n1. d\n2. e\n- [ ] f\n'],
    ['lists that begin at two, right after something', '- a\n2. b\n\n# c\n2. d\n\n> e\n2. f\n'],
    ['a break in an item', '- a  \n  b\\\n  c\n'],
    ['a quote', '> a\n> *b*\nc\n'],
    ['code', '`a` ``b ` c``\n\n```js x\nd\n```\n\n    e\n'],
    ['links', '[a](u "t") ![b](v) [c][d] [d] [d][]\n\n[d]: <w> "t"\n'],
    ['notes', 'a[^1] b[^2]\n\n[^1]: c\n\n[^2]: d\n'],
    ['tables', '| a | b |\n|:--|--:|\n| *c* | `d\\|e` |\n'],
    ['strikes', 'a ~~b~~ c'],
    ['raw HTML', 'a <b>c</b>\n\n<div>\nd\n</div>\n\n<!-- e -->\n'],
    ['bare addresses', 'https://exemple.fr www.exemple.fr a@exemple.fr <https://exemple.fr>'],
    ['entities and escapes', '&amp; &eacute; &#65; \\* \\[a\\] &nope;\n'],
    ['breaks', 'a  \nb\\\nc\n'],
    ['accents and signs of two units', 'é 😀 *ça* 😀 `é`\n\n« **mot** »\n'],
    ['the line ends of Windows', 'a\r\n*b*\r\n\r\n- c\r\n- d\r\n'],
    ['both kinds of line ends', 'a\r\n*b*\n\n- c\r\n- d\n'],
    ['a byte order mark', '\uFEFF# a\n\nb *c*\n'],
  ])('%s', (_what, text) => {
    expect(parseWith(engine, text.replace(/^\uFEFF/, ' '))).not.toBeNull()
    expect(plain(parse(text))).toBe(plain(parseMarkdown(text)))
  })

  it.each([
    ['alone', '[@a]'],
    ['with a locator', 'a [@b, p. 12; -@c] d'],
    ['in emphasis', '*[@a]* **b [@c]**'],
    ['in a link', '[mot [@a]](u)'],
    ['at the ends of lines', 'a [@b]  \n[@c] \nd\n  [@e]\n'],
    ['in a quote', '> a\n> [@b] c\n'],
    ['in a table', '| a | b |\n|---|---|\n| [@c] | d |\n'],
    ['in code', '`[@a]`\n\n```\n[@b]\n```\n'],
    ['in raw HTML', 'a <b title=[@c]>d</b> <!-- [@e] -->'],
    ['beside letters', 'mot[@a]mot'],
    ['followed by a parenthesis', '[@a](u)'],
    ['not closed', '[@a b'],
    ['with quotes in it, after a link', '[a](u) b [@c, l’e (f), p. "1"] g\n'],
    ['beside a section sign', '§[@a]§ §'],
  ])('citations %s', (_what, text) => {
    expect(plain(parse(text))).toBe(plain(parseMarkdown(text)))
    expect(parseWith(engine, text)).not.toBeNull()
  })

  it.each([
    ['a zero', 'a\0b'],
    ['half a character', 'a \ud800 b'],
    ['what may define a citation', '[@a]: u\n\n[@a]'],
    ['ten thousand brackets', '['.repeat(10_000)],
    // In such a line the engine counts from its beginning for each.
    ['a thousand code spans in a line', 'é `a` '.repeat(1000)],
    ['two thousand escapes in a line', 'é \\* '.repeat(2000)],
    ['a thousand character references in a line', 'é &amp; '.repeat(1000)],
    // For each, it copies what stands before it in the paragraph.
    ['four thousand character references in a paragraph', 'Some &amp; words.\n'.repeat(4000)],
    ['a definition that goes on after its quote', '> [a]:\n===\n'],
  ])('where it may not, the reference reads: %s', { tags: ['long'] }, (_what, text) => {
    expect(parseWith(engine, text)).toBeNull()
    expect(plain(parse(text))).toBe(plain(parseMarkdown(text)))
  })

  it.each([
    ['one tilde on both sides', 'coûte~12 € et~15 €'],
    ['a table of one column', '| a |\n|---|\n| b |\n'],
    ['quotes in quotes', '> > a\n>\n> b [@c]\n'],
    ['a citation on two lines', 'a [@b,\np. 1] *c*'],
    ['what only begins like one', '`[@` a [@b] `]`\n\n> [@`c\n\n- [@d | e] `]`'],
    ['a citation with quotes in it, in the title of a link', '[a](u "b [@c, \'d\'] e") f\n'],
    ['an escaped one', '\\[@a] [@b]'],
    ['a tag right after a table', '| a | b |\n|---|---|\n<i>'],
    ['a table right after an item', '- a\n| b | c |\n  |---|---|'],
    ['a break after what nothing closes, beside an item', '- a\n`b  \n  c'],
    ['an emphasis beside a sign of two units', '**😀**a'],
    ['a mark beside an escaped one', '\\**a* *b*'],
    ['a closing tag on two lines', '</b\n\t>\nc'],
    ['code over lines, one indented by a tab', '- `\n\\\n\t`'],
    ['indented code in a quote', '>     a\n>     '],
    ['indented code, then a line of blanks', '    a\n    '],
    ['a quote in an item, with a list that something follows', '- > * a\n  >\n  > b'],
    ['a tag before lines of blanks, in an item', '- </details>\n   \n  \n  - '],
    ['a tag before blanks, with line ends of Windows', '- <br>\r\n\t\t\r\n\r\nb'],
    ['what an address that nothing closes leaves open, in an item', '- [a](b(c)\n  [d](e)'],
    ['two lists in a quote', '> - a\n> * b'],
    ['a mark inside emphasis that could end it', '*a**_*'],
    ['a mark beside a blank without width', '*_*\u200B'],
    ['a parenthesis that nothing closes after a reference, in an item', '- [f](\n  [@g]'],
  ])('where it may not in a part, the reference reads all: %s', (_what, part) => {
    const text = `# A\n\nb *c*\n\n## D\n\n${part}\n\n## E [@f]\n\ng\n\n${part}`
    expect(plain(parse(text))).toBe(plain(parseMarkdown(text)))
  })

  it.each([
    ['quotes that hold lists', '> **Note:**\n>\n> - a\n> - b\n>\n> c `d`\n'],
    ['an alert with code in it', '> [!NOTE]\n> `a` and `b` are\n> `c`\n'],
    ['an emoji that opens or ends what is strong', '> **🎥 a:** b **c 🎉**\n'],
    ['a tag on several lines', 'a\n\n<Image\n  alt="b"\n  src="c"\n/>\n'],
    [
      'details in an item',
      '- a\n\n  <details>\n  <summary>b</summary>\n\n  c\n\n  </details>\n\n- d\n',
    ],
    [
      'a tag of a block right after the words of an item',
      '- a\n  <details>\n  <summary>b</summary>\n\n  c\n  </details>\n- d\n',
    ],
    [
      'a reference whose text, and not its label, goes on in a quote',
      '> a [b\n> c][d]\n\n[d]: u\n',
    ],
    [
      'addresses that are none, closed on their line',
      '- a [b\n  c]({% d "e" %}) [f](g h)\n  [i](j)\n',
    ],
    ['a quote in an item, with a list at its end', '- a\n\n  > b\n  >\n  > 1. c\n  >\n  > 2. d\n'],
    ['indented code in an item', '- a\n\n      b\n      c\n\n  d\n'],
    ['a table of one column', '| a |\n|---|\n| b |\n'],
    ['a list that begins at two, right after code', '```\na\n```\n2. b\n'],
    ['a list that begins at two after another, in an item', '- a\n  - b\n  2. c\n'],
    ['comments in an item', '- a\n  <!-- b\n  c -->\n  d\n\n  <!-- e -->\n'],
    ['notes with code', 'a[^1] b[^2]\n\n[^1]:\n    ```js\n    c\n    ```\n\n[^2]: `d` e\n'],
    ['formulas', 'the reward $f_{d}$ is $k_{j=1}^{n} * D_{j}$ for _each_ $D_1 ... D_n$\n'],
    ['a sign that opens no tag, in an item', '- a < b\n  c <= d <-> e\n'],
  ])('what documentation is full of is in no doubt: %s', (_what, text) => {
    const plan = preparedText(text) as PreparedText
    const { arena, release } = engine(plan.veiled.text)
    const tree = treeOfArena(arena, text)
    release()
    expect(isDoubtfulTree(tree, text, new Set(plan.rulers))).toBe(false)
    expect(plain(tree)).toBe(plain(parseMarkdown(text)))
  })

  it.each([
    ['a note that nothing closes', `[^${'a '.repeat(200_000)}`],
    ['notes that nothing closes', '[^a '.repeat(100_000)],
    ['blanks that a note ends', `[^a\n${'\t'.repeat(200_000)}a`],
  ])('it is told in no time where it may: beside %s', { timeout: 10_000 }, (_what, endless) => {
    expect(preparedText(`${endless}\n\n[^a b]: c`)).toBeNull()
    expect(preparedText(`${endless}\n\n>     [^a]: c`)).toBeNull()
  })

  it('on whatever lines', { tags: ['long'], timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyLines, (text) => expectSame(text)),
      { numRuns: 400 },
    )
  })

  it('on whatever marks', { tags: ['long'], timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyMarks, (text) => expectSame(text)),
      { numRuns: 2000 },
    )
  })

  it('on our texts, once disturbed', { tags: ['long'], timeout: 60_000 }, () => {
    const disturbed = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.nat(),
      at: fc.nat(),
      sign: fc.constantFrom(...SIGNS),
    })
    const property = fc.property(disturbed, ({ text, from, at, sign }) => {
      const start = from % (text.length + 1)
      const part = text.slice(start, start + 800)
      const place = at % (part.length + 1)
      expectSame(`${part.slice(0, place)}${sign}${part.slice(place)}`)
    })
    fc.assert(property, { numRuns: 200 })
  })

  // Texts of others, which are not ours to keep here: `CAHIER_TEXTS` names files of JSON lines,
  // compressed, whose strings are all read.
  it.runIf(process.env.CAHIER_TEXTS)('on the texts given', { timeout: 600_000 }, () => {
    for (const path of (process.env.CAHIER_TEXTS ?? '')
      .split(':')
      .filter((path) => existsSync(path))) {
      const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)
      for (const line of lines)
        for (const value of Object.values(JSON.parse(line) as object))
          if (typeof value === 'string') expectSame(value)
    }
  })
})

it('of any number of citations with quotes in them, each is looked at once: the text before them all, each time, would outlast the test', {
  tags: ['long'],
}, () => {
  expect(preparedText('[@a, p. "1"] mot\n\n'.repeat(300_000))?.veiled.citations).toHaveLength(
    300_000,
  )
  expect(preparedText('[@a, p. "1"] mot\r\n\r\n'.repeat(300_000))?.veiled.citations).toHaveLength(
    300_000,
  )
})

it('without its engine, the fast parser is the reference', () => {
  expect(fastParser(new Uint8Array([1, 2, 3]))).toBe(parseMarkdown)
})

const SIGNS =
  '*|_|`|**|~~|[|]|(|)|\n|\n\n| |    |> |- |1. |# |<|>|\\|&amp;|```\n|~|[@k, p. 1]|[^1]|!|<!--|-->|\t|\r\n|:|---\n|«\u00a0|😀|<b>|  \n'.split(
    '|',
  )
const WORDS = [
  ...SIGNS.filter((sign) => !sign.includes('\n')),
  'a',
  'mot',
  'é',
  'https://x.fr',
  '[a](u)',
  '![b](u)',
  '[x][y]',
  '<br>',
  '"t"',
  '|',
  '🙂',
  '1.',
  '🙂**',
  '\\*',
  '</b',
  '[!NOTE]',
  '[x\t',
]
/** Signs that decide whether emphasis opens or ends, and some that do not. */
const MARKS =
  '_|_|*|*|**|**|***|{|}|$|a|é|mot|1|(|)|.|»|’|-|~|€|\\_|\u00a0|\u0301|\u200b| |\n|😀|&amp;'.split(
    '|',
  )
const OPENINGS = [
  '',
  '',
  '',
  '> ',
  '- ',
  '1. ',
  '  ',
  '    ',
  '\t',
  '## ',
  '[^1]: ',
  '[a]: ',
  '| ',
  '```',
  '~~~',
  '---',
  '===',
  '|---|---|',
  '<div>',
  '<!--',
  '2) ',
  '>',
  '> - ',
  '> * ',
  '- > ',
  '      ',
  '</details>',
]
const anyLine = fc
  .tuple(fc.constantFrom(...OPENINGS), fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }))
  .map(([opening, words]) => opening + words.join(''))
const anyLines = fc
  .tuple(fc.array(anyLine, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([lines, end]) => lines.join(end) + end)

const anyMarks = fc
  .array(fc.constantFrom(...MARKS), { minLength: 3, maxLength: 16 })
  .map((signs) => `a ${signs.join('')}`)

it('no text that was read is kept', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = used()
  for (let turn = 0; turn < 40; turn++) engine(`${turn} ${'mot '.repeat(100_000)}`)
  // Sixteen megabytes were read.
  expect(used() - before).toBeLessThan(4_000_000)
})
