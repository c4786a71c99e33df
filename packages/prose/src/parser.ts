import type { Root } from 'mdast'

/**
 * Gives the tree of a Markdown text, with positions of the whole text; what stands before `from` (a
 * YAML head, a BOM) is not read. Never fails. Whichever parser it is, the tree is the one that
 * `parseMarkdown`, the reference, gives.
 */
export type Parser = (text: string, from?: number) => Root
