import type { Nodes, Root, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Handle, type State, toMarkdown } from 'mdast-util-to-markdown'
import { largestSafe } from './largest-safe.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { drawnStretches } from './passage/drawn-tables.ts'

/**
 * Markdown in one way of writing it: `##` headings, `-` lists, `*` and `**`, fences, a blank line between blocks, no blank at the end of a line, lines
 * that end as in Unix. Words, escapes, addresses and the lines of prose stay as they are; so do a table that is drawn, and a block that could not be
 * written so without changing what is read. What stands before `from` and from `to` on is left alone.
 */
export function formatMarkdown(text: string, from = 0, to = text.length): string {
  const after = text.length - to
  let done = text
  // A block that could not be written so beside the others as they were may be, once they are.
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = formattedOnce(done, from, done.length - after)
    if (next === done) break
    done = next
  }
  return done
}

const MOST_PASSES = 3

function formattedOnce(text: string, from: number, to: number): string {
  const tree = parseMarkdown(text, from)
  const own = tree.children.filter(({ position }) => (position?.end.offset ?? 0) <= to)
  const blocks = withDrawn(own, text)
  const written = (some: readonly RootContent[]): string => {
    const formatted = new Set(some)
    return (
      text.slice(0, from) +
      joined(blocks, (block) => (formatted.has(block) ? formattedBlock(block, text) : sourceOf(block, text))) +
      tailOf(text, to)
    )
  }
  if (written(blocks) === text) return text
  const known = meaningOf(tree)
  const { safe, refused } = largestSafe(blocks, (some) => (meaningOf(parseMarkdown(written(some), from)) === known ? null : 'meaning'))
  const done = written(safe)
  return refused.size === 0 || meaningOf(parseMarkdown(done, from)) === known ? done : text
}

// What is in a table that is drawn, or beside it in one block, as one block that is written as it stands.
function withDrawn(blocks: readonly RootContent[], text: string): readonly RootContent[] {
  const drawn = drawnStretches(text)
  if (drawn.length === 0) return blocks
  const all: RootContent[] = []
  for (const block of blocks) {
    const { start, end } = placeOf(block)
    const table = drawn.find((one) => one.start < end && one.end > start)
    const last = all.at(-1)
    if (table === undefined) all.push(block)
    else if (last !== undefined && placeOf(last).end > table.start) all[all.length - 1] = asItStands(last, block, table.start)
    else all.push(asItStands(block, block, table.start))
  }
  return all
}

function placeOf({ position }: Nodes): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

function asItStands(first: RootContent, last: RootContent, from: number): RootContent {
  const { start, end } = { start: first.position?.start, end: last.position?.end }
  if (start === undefined || end === undefined) return first
  return { type: 'html', value: '', position: { start: { ...start, offset: Math.min(from, start.offset ?? 0) }, end } }
}

/** All that a text says, whatever it is written with: two texts of one meaning have one digest. */
function meaningOf(tree: Root): string {
  return JSON.stringify(tree, function (this: unknown, key, value) {
    if (key === 'position' || key === 'spread') return undefined
    if ((this as Nodes).type === 'citation' && key === 'items') return undefined
    return key === 'value' && typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value
  })
}

function joined(blocks: readonly RootContent[], write: (block: RootContent) => string): string {
  let text = ''
  let last: RootContent | undefined
  for (const block of blocks) {
    const areDefinitions = last?.type === 'definition' && block.type === 'definition'
    text += (last === undefined ? '' : areDefinitions ? '\n' : '\n\n') + write(block)
    last = block
  }
  return text === '' ? '' : `${text}\n`
}

// What is left alone after the last block that is formatted, after one blank line.
function tailOf(text: string, to: number): string {
  const tail = text.slice(to)
  return tail === '' ? '' : `\n${tail}`
}

function sourceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).replace(/\r\n?/g, '\n')
}

function formattedBlock(block: RootContent, text: string): string {
  // Of these, every blank may count, or none does and nothing is gained.
  if (block.type === 'html' || block.type === 'definition') return sourceOf(block, text)
  const asWritten: Handle = (node: Nodes) => unindented(sourceOf(node, text))
  const marked =
    (mark: string): Handle =>
    (node: Nodes, _, state: State, info) =>
      'children' in node ? mark + state.containerPhrasing(node as never, { ...info, before: mark, after: mark }) + mark : ''
  const written = toMarkdown(
    { type: 'root', children: [block] },
    {
      bullet: '-',
      listItemIndent: 'one',
      rule: '-',
      fences: true,
      incrementListMarker: true,
      extensions: [gfmFootnoteToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
      handlers: {
        text: asWritten,
        link: asWritten,
        linkReference: asWritten,
        image: asWritten,
        imageReference: asWritten,
        inlineCode: asWritten,
        footnoteReference: asWritten,
        citation: asWritten,
        html: asWritten,
        definition: asWritten,
        break: () => '\\\n',
        emphasis: marked('*'),
        strong: marked('**'),
        delete: marked('~~'),
      },
    },
  ).replace(/(?<!\n)\n+$/, '')
  return block.type === 'table' ? written.replace(/\n.*/, (delimiters) => delimiters.replace(/ :?-:?(?= )/g, threeWide)) : written
}

// Three signs a column, as nearly everybody writes them.
function threeWide(delimiter: string): string {
  return delimiter.replace('-', '-'.repeat(5 - delimiter.length))
}

// In a list or a quote, the lines after the first begin with what opens each of its lines.
function unindented(source: string): string {
  return source.replace(/(?<![ \t])[ \t]+(?=\n)|(?<=\n)[ \t>]+/g, '')
}
