import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { citationFromMarkdown, citationSyntax } from './citation.ts'

/**
 * The reference parser: CommonMark, GFM tables and footnotes, strikethrough with two tildes, pandoc citations. Never fails.
 * Positions are those of the whole text; what stands before `from` (a YAML head, a BOM) is not read.
 */
export function parseMarkdown(text: string, from = 0): Root {
  return reference.parse(blankUntil(text, from))
}

const reference = unified().use(remarkParse).use(syntax).freeze()

function syntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), citationSyntax()]
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), citationFromMarkdown()]
}

// Blanks are no Markdown and keep every line, column and offset of what follows.
function blankUntil(text: string, from: number): string {
  const start = from === 0 && text.startsWith('\uFEFF') ? 1 : from
  return start === 0 ? text : text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start)
}
