import { type LeafBlock, OBJECT, proseAsMarkdown } from '@cahier/prose'
import type { ListItem, Nodes } from 'mdast'
import type { AddedParagraph } from './blocks.ts'
import { lostMarks, runsAsMarkdown, wordsOfMarkdown } from './runs-as-markdown.ts'
import { newTable } from './table-update.ts'
import { ANY_TABLE, asShown, type SourceChange } from './text-change.ts'
import { leafNamed, nameWithoutPrefix, sectionNamed, type TextUpdate } from './text-update.ts'
import {
  endOffset,
  insertAt,
  itemStart,
  itemsOf,
  linePrefix,
  quotedBlockOf,
  startOffset,
  topOf,
} from './tree-places.ts'
import { isSameProse } from './words-to-source.ts'

/**
 * Inserts the new paragraphs (`placed`) of an edited document, in order. Returns the insertions of
 * moved blocks by name: the caller applies them with the deletion of the old places.
 */
export function insertAdded(
  update: TextUpdate,
  placed: readonly AddedParagraph[],
): ReadonlyMap<string, SourceChange> {
  const { document, tree, leaves, passages, mine, matched, changes, leave } = update
  const { text } = document
  /** The level of a heading in print minus its level in Markdown. */
  const raise = document.kind === 'axis' ? 0 : 1
  let last: { readonly ordinal: number; readonly kind: string } = { ordinal: -1, kind: '' }
  let count = 0
  const movedChanges = new Map<string, SourceChange>()
  for (const added of placed) {
    const block = mine.find(({ name }) => name === added.from)
    const moved = block === undefined ? undefined : leafNamed(update, block.name)
    const words = asShown(added.text.trim())
    // A picture without words is reported with the words before it.
    if (added.text.includes(OBJECT) && moved === undefined)
      leave('picture', words || (matched.kept.get(added.after)?.parts.join(' ') ?? ''))
    if (words === '' && moved === undefined) continue
    const after = nameWithoutPrefix(update, added.after)
    const leaf = after.startsWith('s_')
      ? sectionNamed(update, added.after)[0]
      : leafNamed(update, added.after)
    const isFirst = document.kind === 'axis' && /^(?:title|question)$/.test(after)
    const neighbour = leaf ?? (isFirst ? leaves[0] : undefined)
    const isSame = block !== undefined && isSameProse(block.text, added.text)
    const change =
      neighbour && insertion(added, neighbour, neighbour !== leaf, isSame ? moved : undefined)
    if (change === undefined) leave('place', words || (block?.text ?? ''))
    else if (block === undefined) changes.push(change)
    else {
      movedChanges.set(block.name, change)
      if (!isSame && added.text.includes(OBJECT)) leave('picture', words)
    }
  }
  return movedChanges

  /** `own` is the source of a block that moved unchanged. */
  function insertion(
    added: AddedParagraph,
    leaf: LeafBlock,
    isBefore: boolean,
    own: LeafBlock | undefined,
  ): SourceChange {
    const { markdown, wanted } = own === undefined ? written(added) : source(own)
    const to = place(added, leaf, isBefore)
    const { kind, at, glue, prefix = '', mark = () => '', end = '', isBare = false } = to
    // Consecutive items or quoted paragraphs share a new list or quotation.
    count = last.ordinal === leaf.ordinal && last.kind === kind ? count + 1 : 1
    last = { ordinal: leaf.ordinal, kind }
    const indent = prefix + ' '.repeat(mark(count).length)
    const lines = markdown.map((line, index) => {
      if (index === 0) return prefix + mark(count) + line
      return line === '' ? indent.trimEnd() : indent + line
    })
    const { rank } = added
    return {
      edits: [insertAt(at, glue[count > 1 ? 1 : 0] + lines.join('\n') + end, rank)],
      wanted: [{ at: isBefore ? 0.5 : leaf.ordinal + 0.5, blocks: [wanted], rank, isBare }],
      wording: asShown(added.text),
    }
  }

  function written(added: AddedParagraph) {
    const words = asShown(added.text)
    const isHeading = added.level > 0
    const isPlain = isHeading || added.rows !== undefined
    const formatted = isPlain ? null : runsAsMarkdown(added.text, added.runs)
    for (const wording of lostMarks(added, formatted !== null, isPlain)) leave('format', wording)
    if (added.rows !== undefined)
      return { markdown: newTable(added.rows).split('\n'), wanted: ANY_TABLE }
    const plain = formatted ?? proseAsMarkdown(words, isHeading ? 'inside' : 'start')
    return {
      markdown: plain.split('\n'),
      wanted: formatted === null ? words : wordsOfMarkdown(formatted),
    }
  }

  function source(own: LeafBlock) {
    return { markdown: linesOf(own), wanted: passages.get(own.node)?.written ?? own.text }
  }

  function place(added: AddedParagraph, { node, ordinal }: LeafBlock, isBefore: boolean): Place {
    const items = itemsOf(tree, node)
    const outside = topOf(tree, node)
    const at = endOffset(node)
    const top = endOffset(outside)
    if (isBefore)
      return { kind: 'text', at: startOffset(outside), glue: ['', ''], end: '\n\n', isBare: true }
    if (added.level > 0) {
      const depth = Math.min(6, Math.max(raise === 0 ? 2 : 3, added.level - raise))
      const signs = added.from === '' ? `${'#'.repeat(depth)} ` : ''
      return { kind: 'heading', at: top, glue: APART, mark: () => signs, isBare: true }
    }
    if (added.depth > 0) {
      const item = items[Math.min(added.depth, items.length) - 1]
      const first =
        item === undefined || isCounted(item) !== added.isCounted
          ? firstItem(outside, ordinal, added)
          : null
      if (first !== null) return first
      if (item === undefined)
        return { ...newList(added, added.depth), at: top, glue: ['\n\n', '\n'] }
      const indent = itemStart(item, text, 0).replace(/[^\s>]/g, ' ')
      if (added.goesOn) return { kind: 'in item', at, ...continued(indent) }
      if (added.depth > items.length)
        return { ...newList(added, 1), at, glue: ['\n', '\n'], prefix: indent }
      return { kind: 'item', at, glue: ['\n', '\n'], mark: (more) => itemStart(item, text, more) }
    }
    if (!added.isQuoted) return { kind: 'text', at: top, glue: APART, isBare: true }
    const quoted = quotedBlockOf(tree, node)
    return quoted === null
      ? { kind: 'quotation', at: top, glue: ['\n\n', '\n>\n'], prefix: '> ' }
      : { kind: 'in quotation', at: endOffset(quoted), ...continued(linePrefix(quoted, text)) }
  }

  function firstItem(outside: Nodes, ordinal: number, added: AddedParagraph): Place | null {
    const next = leaves[ordinal]
    const list = next === undefined ? undefined : topOf(tree, next.node)
    const [item] = list?.type === 'list' && list !== outside ? list.children : []
    if (item === undefined || isCounted(item) !== added.isCounted) return null
    const mark = itemStart(item, text, 0).trimStart()
    return {
      kind: 'first item',
      at: startOffset(item),
      glue: ['', ''],
      mark: () => mark,
      end: '\n',
    }
  }

  function isCounted(item: ListItem) {
    return /\d/.test(text.charAt(startOffset(item)))
  }
}

interface Place {
  readonly kind: string
  readonly at: number
  /** The separator before the first inserted paragraph, and before the next ones. */
  readonly glue: readonly [first: string, next: string]
  readonly prefix?: string
  /** The list marker, or the signs of a heading. `count` is the rank in the new list, from 1. */
  readonly mark?: (count: number) => string
  readonly end?: string
  /** True outside lists and quotations. */
  readonly isBare?: boolean
}

const APART = ['\n\n', '\n\n'] as const

function continued(prefix: string): Pick<Place, 'glue' | 'prefix'> {
  const glue = `\n${prefix.trimEnd()}\n`
  return { glue: [glue, glue], prefix }
}

function newList({ isCounted }: AddedParagraph, depth: number) {
  return {
    kind: 'list',
    prefix: (isCounted ? '   ' : '  ').repeat(depth - 1),
    mark: (count: number) => (isCounted ? `${count}. ` : '- '),
  }
}

function linesOf({ node, text: own }: LeafBlock): readonly string[] {
  const indent = Math.max(0, (node.position?.start.column ?? 1) - 1)
  return own
    .split(/\r?\n/)
    .map((line, index) =>
      index === 0 ? line : line.slice(Math.min(indent, /^[\s>]*/.exec(line)?.[0].length ?? 0)),
    )
}
