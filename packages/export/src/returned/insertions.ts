import { type LeafBlock, OBJECT, proseAsMarkdown } from '@cahier/prose'
import type { ListItem, Nodes } from 'mdast'
import type { AddedParagraph } from './blocks.ts'
import { lostMarks, runsAsMarkdown, wordsOfMarkdown } from './runs-as-markdown.ts'
import { newTable } from './table-update.ts'
import { ANY, asShown, type SourceChange } from './text-change.ts'
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

/** The place of an insertion: after a block, or before the first block. */
interface Spot {
  readonly leaf: LeafBlock
  readonly isBefore: boolean
}

/** Writes one insertion. `own` is the source of a paragraph that moved unchanged. */
type Insert = (added: AddedParagraph, spot: Spot, own: LeafBlock | undefined) => WrittenInsertion

/** `lost`: words whose bold, italics or link cannot be written. */
interface WrittenInsertion extends SourceChange {
  readonly lost: readonly string[]
}

/**
 * Returns a function that writes insertions, called in document order. Consecutive items or quoted
 * paragraphs share a new list or quotation.
 */
function insertions({ document, tree, leaves, passages }: TextUpdate): Insert {
  const { text } = document
  /** The level of a heading in print minus its level in Markdown. */
  const raise = document.kind === 'axis' ? 0 : 1
  let last: { readonly ordinal: number; readonly kind: string } = { ordinal: -1, kind: '' }
  let count = 0

  return (added, { leaf, isBefore }, own) => {
    const { words, markdown, wanted, lost } = own === undefined ? written(added) : moved(added, own)
    const {
      kind,
      at,
      glue,
      prefix = '',
      mark = () => '',
      end = '',
      isBare = false,
    } = place(added, leaf, isBefore)
    count = last.ordinal === leaf.ordinal && last.kind === kind ? count + 1 : 1
    last = { ordinal: leaf.ordinal, kind }
    const indent = prefix + ' '.repeat(mark(count).length)
    const lines = markdown.map((line, index) => {
      if (index === 0) return prefix + mark(count) + line
      return line === '' ? indent.trimEnd() : indent + line
    })
    return {
      edits: [insertAt(at, glue[count > 1 ? 1 : 0] + lines.join('\n') + end, added.rank)],
      wanted: [
        { at: isBefore ? 0.5 : leaf.ordinal + 0.5, blocks: [wanted], rank: added.rank, isBare },
      ],
      wording: words,
      lost,
    }
  }

  function written(added: AddedParagraph) {
    const words = asShown(added.text)
    const isHeading = added.level > 0
    const isPlain = isHeading || added.rows !== undefined
    const formatted = isPlain ? null : runsAsMarkdown(added.text, added.runs)
    const plain = formatted ?? proseAsMarkdown(words, isHeading ? 'inside' : 'start')
    return {
      words,
      markdown: (added.rows === undefined ? plain : newTable(added.rows)).split('\n'),
      wanted:
        added.rows !== undefined ? ANY : formatted === null ? words : wordsOfMarkdown(formatted),
      lost: lostMarks(added, formatted !== null, isPlain),
    }
  }

  /** The source of a block that moved. */
  function moved(added: AddedParagraph, own: LeafBlock) {
    return {
      words: asShown(added.text),
      markdown: linesOf(own),
      wanted: passages.get(own.node)?.written ?? own.text,
      lost: [],
    }
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

  /** The place before the first item of the next list, if numbered like `added`; else null. */
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

  function isCounted(item: ListItem): boolean {
    return /\d/.test(text.charAt(startOffset(item)))
  }
}

interface Place {
  readonly kind: string
  readonly at: number
  /** The separator before the first paragraph here, and before the next ones of the same kind. */
  readonly glue: readonly [first: string, next: string]
  readonly prefix?: string
  /** The list marker; `count` is its rank in the new list, from 1. */
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

/**
 * Inserts new paragraphs. Returns the insertions of moved blocks, by name: the caller must delete
 * their old place.
 */
export function insertAdded(
  update: TextUpdate,
  placed: readonly AddedParagraph[],
): ReadonlyMap<string, SourceChange> {
  const { mine, matched, changes, left } = update
  const insert = insertions(update)
  const movedChanges = new Map<string, SourceChange>()
  for (const added of placed) {
    const block = mine.find(({ name }) => name === added.from)
    const moved = block === undefined ? undefined : leafNamed(update, block.name)
    const words = asShown(added.text.trim())
    // A picture without words is reported with the words before it.
    if (added.text.includes(OBJECT) && moved === undefined)
      left.push({
        why: 'picture',
        wording: words || asShown(matched.kept.get(added.after)?.parts.join(' ') ?? ''),
      })
    if (words === '' && moved === undefined) continue
    const spot = spotAfter(update, added.after)
    if (spot === null) {
      left.push({ why: 'place', wording: words || asShown(block?.text ?? '') })
      continue
    }
    const isSame = block !== undefined && isSameProse(block.text, added.text)
    const change = insert(added, spot, isSame ? moved : undefined)
    for (const wording of change.lost) left.push({ why: 'format', wording })
    if (block === undefined) changes.push(change)
    else {
      movedChanges.set(block.name, change)
      if (!isSame && added.text.includes(OBJECT)) left.push({ why: 'picture', wording: words })
    }
  }
  return movedChanges
}

/** The place after a printed block, by its name; null when nothing can be inserted there. */
function spotAfter(update: TextUpdate, name: string): Spot | null {
  const rest = nameWithoutPrefix(update, name)
  const leaf = leafNamed(update, name)
  if (leaf !== undefined) return { leaf, isBefore: false }
  if (rest.startsWith('s_')) {
    const [heading] = sectionNamed(update, name)
    return heading === undefined ? null : { leaf: heading, isBefore: false }
  }
  const [first] = update.leaves
  return update.document.kind === 'axis' && first !== undefined && /^(?:title|question)$/.test(rest)
    ? { leaf: first, isBefore: true }
    : null
}
