import type { Root } from 'mdast'
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown'
import remarkStringify, { type Options } from 'remark-stringify'
import { type Processor, unified } from 'unified'

/** Writes a Markdown tree. `options`: those of `remark-stringify`; `extensions`: other syntax. */
export function writeMarkdown(
  tree: Root,
  options: Options = {},
  extensions: ToMarkdownExtension[] = [],
): string {
  return unified().use(withExtensions, extensions).use(remarkStringify, options).stringify(tree)
}

function withExtensions(this: Processor, extensions: ToMarkdownExtension[]): undefined {
  this.data().toMarkdownExtensions = extensions
}
