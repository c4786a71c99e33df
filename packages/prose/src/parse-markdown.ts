import type { Nodes, Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { citationFromMarkdown, citationSyntax } from './citation.ts'
import { editOnlyTheEnd } from './edit-only-the-end.ts'
import { readableFrom } from './readable-from.ts'
import type { Span } from './span.ts'
import { crowdedBlocks, noteNested } from './too-nested.ts'

/**
 * The reference parser: CommonMark, GFM tables and footnotes, strikethrough with two tildes, pandoc
 * citations. Never fails, and takes a time in proportion to the text: what `tooNested` finds is
 * read as words. Positions are those of the whole text; what stands before `from` (a YAML head, a
 * BOM) is not read.
 */
export function parseMarkdown(text: string, from = 0): Root {
  const readable = readableFrom(text, from)
  const crowded = crowdedBlocks(readable)
  if (crowded.length === 0) return reference.parse(readable)
  const tree = reference.parse(crowded.reduce(hide, readable))
  show(tree, crowded, text)
  noteNested(tree, crowded)
  return tree
}

editOnlyTheEnd()
const reference = unified().use(remarkParse).use(syntax).freeze()

function syntax(this: Processor): void {
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

// Letters keep every offset and open nothing.
function hide(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, 'x') + text.slice(end)
}

function show(node: Nodes, crowded: readonly Span[], text: string): void {
  if ('children' in node) for (const child of node.children) show(child, crowded, text)
  else if ('value' in node && node.position !== undefined) {
    const from = node.position.start.offset ?? 0
    const to = node.position.end.offset ?? 0
    if (crowded.some(({ start, end }) => start < to && from < end))
      node.value = text.slice(from, to)
  }
}
