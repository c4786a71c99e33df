import type { Nodes, Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { EditMap } from 'micromark-util-edit-map'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Span } from '../span.ts'
import { citationFromMarkdown, citationSyntax } from './citation.ts'
import { denseBlocks, noteDenseBlock } from './dense-blocks.ts'

/**
 * The reference parser: CommonMark, GFM tables, footnotes and `~~` strikethrough, pandoc citations.
 * Never fails. Takes linear time: blocks with too many marks become plain text. The text before
 * `from`, such as front matter, is skipped, but positions are in the whole text.
 */
export function parseMarkdown(text: string, from = 0): Root {
  const readable = readableFrom(text, from)
  const crowded = denseBlocks(readable)
  if (crowded.length === 0) return reference.parse(readable)
  const tree = reference.parse(crowded.reduce(hideBlock, readable))
  restoreText(tree, crowded, text)
  noteDenseBlock(tree, crowded)
  return tree
}

editOnlyTheEnd()
const reference = unified().use(remarkParse).use(syntax).freeze()

function syntax(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    citationSyntax(),
  ]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    citationFromMarkdown(),
  ]
}

// The letter `x` keeps every offset and opens no Markdown.
function hideBlock(text: string, { start, end }: Span) {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, 'x') + text.slice(end)
}

function restoreText(node: Nodes, crowded: readonly Span[], text: string) {
  if ('children' in node) for (const child of node.children) restoreText(child, crowded, text)
  else if ('value' in node && node.position !== undefined) {
    const from = node.position.start.offset ?? 0
    const to = node.position.end.offset ?? 0
    if (crowded.some(({ start, end }) => start < to && from < end))
      node.value = text.slice(from, to)
  }
}

/** A parser that never fails and returns the same tree as `parseMarkdown`, the reference. */
export type Parser = (text: string, from?: number) => Root

/** Replaces a BOM and the text before `from` by blanks, so that offsets stay. */
export function readableFrom(text: string, from: number): string {
  const start = from === 0 && text.startsWith('\uFEFF') ? 1 : from
  return start === 0 ? text : text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start)
}

/**
 * Replaces a quadratic function of `micromark-util-edit-map`, which copies all events of a text for
 * each setext heading and each line after a quote or list.
 */
function editOnlyTheEnd() {
  EditMap.prototype.consume = function consume(events) {
    this.map.sort(([one], [other]) => one - other)
    const [first] = this.map
    if (first === undefined) return
    const end = events.splice(first[0])
    this.map.forEach(([at, removed, added], index) => {
      const next = this.map[index + 1]
      for (const event of added) events.push(event)
      for (const event of end.slice(
        at + removed - first[0],
        next === undefined ? undefined : next[0] - first[0],
      ))
        events.push(event)
    })
    this.map.length = 0
    this.index.clear()
  }
}
