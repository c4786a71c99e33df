import type { Nodes } from 'mdast'
import { linesOf, placeNodes } from './book-lines.ts'
import { CRITIC_MARKS } from './critic-marks.ts'
import { DEFINITIONS, writeDefinitions } from './definition-lists.ts'
import { DRAWN_TABLES, writeDrawnTables } from './drawn-tables.ts'
import { ROWS, writeHeads } from './headless-tables.ts'
import { LINE_BLOCKS, writeLineBlocks } from './line-blocks.ts'
import { NOTES_ON_A_LINE, writeNotes } from './notes-on-a-line.ts'
import { ADMONITIONS, quoteAdmonitions } from './quoted-admonitions.ts'
import { SIGNS_OF_TOOLS, withoutSigns } from './signs-of-tools.ts'
import { CROOKED_ADDRESSES, showBlanks } from './straight-addresses.ts'
import { type LeftTag, TEMPLATE_TAGS, writeTemplates } from './written-templates.ts'

/**
 * A text in which what other tools add to Markdown is written as Markdown, and what gives the nodes
 * of its tree the places they have in the file.
 */
export interface PlainMarkdown {
  readonly text: string
  readonly place: (tree: Nodes) => void
  /** Tags of templates of which nothing is printed. */
  readonly left: readonly LeftTag[]
}

/**
 * Writes as Markdown, line by line and in this order: signs for tools, addresses and marks over
 * words, templates, admonitions, lines behind a bar, tables, definitions, notes on a line. What
 * stands before `from` (a head) stays as it is.
 */
export function plainMarkdown(text: string, from: number): PlainMarkdown {
  if (!ANY.some((sign) => sign.test(text))) return { text, place: () => {}, left: [] }
  const above = text.slice(0, from).split(LINE_END).length - 1
  const { lines: written, left } = writeTemplates(withoutSigns(linesOf(text, from, above + 1)))
  const plain = quoteAdmonitions(written)
  const broken = LINE_BLOCKS.test(text) ? writeLineBlocks(plain) : plain
  const headed = ROWS.test(text) ? writeHeads(broken) : broken
  const lines = writeNotes(writeDefinitions(writeDrawnTables(headed)))
  return {
    text: text.slice(0, from) + lines.map(({ text: said, end }) => said + end).join(''),
    place: (tree) => {
      showBlanks(tree)
      placeNodes(tree, lines, above)
    },
    left,
  }
}

const ANY = [
  ADMONITIONS,
  TEMPLATE_TAGS,
  SIGNS_OF_TOOLS,
  LINE_BLOCKS,
  ROWS,
  DRAWN_TABLES,
  CROOKED_ADDRESSES,
  CRITIC_MARKS,
  DEFINITIONS,
  NOTES_ON_A_LINE,
]
const LINE_END = /\r\n|\r|\n/
