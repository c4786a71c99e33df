import type { Nodes, Paragraph, Root, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, type Handle, type State } from 'mdast-util-to-markdown'
import { drawnTableSpans } from './drawn-tables.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { writeMarkdown } from './write-markdown.ts'

/**
 * Formats Markdown: `#` headings, `-` lists, `*` and `**`, fences, one blank line between blocks,
 * no trailing blanks, Unix line ends. Words, escapes, addresses and line breaks in prose stay.
 * Blocks that would be parsed differently and tables drawn with characters stay as they are. After
 * `to`, only line ends change. Idempotent: a text that would change at each formatting is returned
 * unchanged.
 */
export function formatMarkdown(text: string, to = text.length): string {
  const after = withUnixEnds(text.slice(to))
  let done = withUnixEnds(text.slice(0, to)) + after
  // Some blocks can be formatted only after their neighbours.
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = formattedOnce(done, done.length - after.length)
    if (next === done) return done
    done = next
  }
  return text
}

const MOST_PASSES = 4
const MOST_TRIES = 8

function withUnixEnds(text: string) {
  return text.replace(/\r\n?/g, '\n')
}

/** One node, or all nodes of a table drawn with characters (`isDrawn`). */
interface Block {
  readonly nodes: readonly RootContent[]
  readonly source: string
  readonly isDrawn: boolean
}

function formattedOnce(text: string, to: number) {
  const tree = parseMarkdown(text)
  const blocks = blocksIn(tree, text, to)
  const tail = text.slice(to)
  const known = [
    ...blocks.map(({ nodes }) => nodes),
    tree.children.filter((node) => placeOf(node).end > to),
  ].map(contentOf)
  const written = blocks.map((block) => {
    const own = formattedBlock(block, text)
    return own === block.source || !haveSameContent(own, block.source) ? block.source : own
  })
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { done, starts } = joined(blocks, written, tail)
    if (done === text) return text
    const read = nodesFrom(starts, parseMarkdown(done))
    const misread = known.flatMap((meaning, rank) =>
      contentOf(read[rank] ?? []) === meaning ? [] : [rank],
    )
    if (misread.length === 0) return done
    if (!restored(misread, written, blocks)) return text
  }
  return text
}

function blocksIn(tree: Root, text: string, to: number) {
  const drawn = drawnTableSpans(text)
  const blocks: Block[] = []
  let start = 0
  let at = 0
  for (const node of tree.children) {
    const place = placeOf(node)
    if (place.end > to) continue
    while ((drawn[at]?.end ?? text.length) <= place.start) at++
    const table = drawn[at]
    const isDrawn = table !== undefined && table.start < place.end
    const last = blocks.at(-1)
    const inTable = isDrawn && last !== undefined && placeOf(last.nodes.at(-1)).end > table.start
    // Keeps the first indent: without it, an indented second item would be inside the first item.
    if (!inTable) start = place.start === 0 ? 0 : text.lastIndexOf('\n', place.start - 1) + 1
    const nodes = inTable ? [...last.nodes, node] : [node]
    const block = { nodes, source: text.slice(start, place.end), isDrawn }
    if (inTable) blocks[blocks.length - 1] = block
    else blocks.push(block)
  }
  return blocks
}

function placeOf(node: Nodes | undefined) {
  return { start: node?.position?.start.offset ?? 0, end: node?.position?.end.offset ?? 0 }
}

/** Nodes that differ only in syntax give the same string. */
function contentOf(nodes: readonly RootContent[]) {
  return JSON.stringify(nodes, function (this: unknown, key, value) {
    if (key === 'position' || key === 'spread') return undefined
    return (this as Nodes).type === 'citation' && key === 'items' ? undefined : value
  })
}

function haveSameContent(one: string, other: string) {
  return contentOf(parseMarkdown(one).children) === contentOf(parseMarkdown(other).children)
}

function joined(blocks: readonly Block[], written: readonly string[], tail: string) {
  const isDefinition = (block: Block | undefined) => block?.nodes[0]?.type === 'definition'
  const starts: number[] = []
  let done = ''
  blocks.forEach((block, rank) => {
    if (rank > 0) done += isDefinition(block) && isDefinition(blocks[rank - 1]) ? '\n' : '\n\n'
    starts.push(done.length)
    done += written[rank] ?? ''
  })
  if (blocks.length > 0) done += '\n'
  if (tail !== '') done += '\n'
  starts.push(done.length)
  return { done: done + tail, starts }
}

function nodesFrom(starts: readonly number[], { children }: Root) {
  const read = starts.map((): RootContent[] => [])
  let rank = 0
  for (const node of children) {
    while ((starts[rank + 1] ?? Number.POSITIVE_INFINITY) <= placeOf(node).start) rank++
    read[rank]?.push(node)
  }
  return read
}

// Puts back the source of misread blocks. Of misread neighbours, only every second one goes back,
// which may be enough.
function restored(misread: readonly number[], written: string[], blocks: readonly Block[]) {
  const sourceAt = (rank: number) => blocks[rank]?.source
  const changed = new Set(misread.filter((rank) => sourceAt(rank) !== written[rank]))
  const back = new Set<number>()
  for (const rank of changed) {
    const source = sourceAt(rank)
    const isSecond = changed.has(rank - 1) ? !back.has(rank - 1) : !changed.has(rank + 1)
    if (source === undefined || !isSecond) continue
    written[rank] = source
    back.add(rank)
  }
  return back.size > 0
}

// Keeps the source of drawn tables and HTML, where blanks count or programs disagree.
function formattedBlock({ nodes, source, isDrawn }: Block, text: string) {
  const [block] = nodes
  if (block === undefined || isDrawn || block.type === 'html' || hasLazyTag(block)) return source
  const sourceOf = (node: Nodes) => text.slice(placeOf(node).start, placeOf(node).end)
  if (block.type === 'definition') return sourceOf(block)
  const asInSource: Handle = (node: Nodes) => unindented(sourceOf(node))
  const marked =
    (mark: string): Handle =>
    (node: Nodes, _, state: State, info) =>
      'children' in node
        ? mark +
          state.containerPhrasing(node as never, { ...info, before: mark, after: mark }) +
          mark
        : ''
  const written = writeMarkdown(
    { type: 'root', children: [block] },
    {
      bullet: '-',
      listItemIndent: 'one',
      rule: '-',
      fences: true,
      incrementListMarker: true,
      handlers: {
        paragraph: (node: Paragraph, parent, state: State, info) =>
          // An empty task box needs the space after it.
          parent?.type === 'listItem' && EMPTY_TASK.test(sourceOf(node))
            ? `${sourceOf(node).trimEnd()} `
            : defaultHandlers.paragraph(node, parent, state, info),
        text: asInSource,
        link: asInSource,
        linkReference: asInSource,
        image: asInSource,
        imageReference: asInSource,
        inlineCode: asInSource,
        footnoteReference: asInSource,
        citation: asInSource,
        html: asInSource,
        definition: asInSource,
        break: () => '\\\n',
        emphasis: marked('*'),
        strong: marked('**'),
        delete: marked('~~'),
      },
    },
    [gfmFootnoteToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
  ).replace(/(?<!\n)\n+$/, '')
  return block.type === 'table'
    ? written.replace(/\n.*/, (delimiters) => delimiters.replace(/ :?-:?(?= )/g, threeWide))
    : written
}

const EMPTY_TASK = /^\[[ xX]\][ \t]+$/

// True for a tag right under a line of a list or quotation: some programs join it to that line.
function hasLazyTag(node: Nodes): boolean {
  if (!('children' in node)) return false
  return node.children.some((child, rank) => {
    const last = node.children[rank - 1]
    const isUnder =
      last?.type === 'paragraph' &&
      child.position?.start.line === (last.position?.end.line ?? 0) + 1
    return (child.type === 'html' && isUnder) || hasLazyTag(child)
  })
}

function threeWide(delimiter: string) {
  return delimiter.replace('-', '-'.repeat(5 - delimiter.length))
}

function unindented(source: string) {
  return source.replace(/(?<![ \t])[ \t]+(?=\n)|(?<=\n)[ \t>]+/g, '')
}
