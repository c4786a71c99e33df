import type { Nodes, Root, RootContent } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Point } from 'unist'
import { groupedBy } from '../../grouped-by.ts'
import { matchesIn } from '../../matches-in.ts'
import { parseMarkdown } from '../parse-markdown.ts'

/**
 * Replaces the doubtful blocks of a tree by those of the reference parser. Each is parsed with all
 * blocks up to the nearest headings or plain paragraphs, where no block is left open, and with the
 * definitions it may use. `null` when other names get defined, or when parsing the whole text is as
 * fast.
 */
export function reparseDoubtfulBlocks(
  tree: Root,
  text: string,
  doubtful: readonly number[],
): Root | null {
  if (doubtful.length === 0) return tree
  const definitions = definitionsIn(tree, text)
  if (definitions === null) return null
  const parts = partsAround(tree, text, doubtful, definitions)
  let toRead = 0
  for (const { source, shared } of parts) toRead += source.length + shared.text.length
  if (definitions.length > 0 && toRead > text.length) return null
  const children: RootContent[] = []
  let rank = 0
  for (const part of parts) {
    while (rank < part.from) children.push(tree.children[rank++] as RootContent)
    const nodes = partByReference(part, tree.children[part.to])
    if (nodes === null || definedBy(nodes) !== definedBy(tree.children.slice(part.from, part.to)))
      return null
    for (const node of nodes) children.push(node)
    rank = part.to
  }
  while (rank < tree.children.length) children.push(tree.children[rank++] as RootContent)
  return { ...tree, children }
}

/** Blocks that are parsed together. */
interface Part {
  /** The range of their indices, `from` included, `to` excluded. */
  readonly from: number
  readonly to: number
  readonly start: Point
  /** Their source and that of the next block: at the end of a text, blocks may end differently. */
  readonly source: string
  /** The definitions elsewhere that they may use, each after a blank line, and their names. */
  readonly shared: { readonly text: string; readonly names: string }
}

function partsAround(
  { children }: Root,
  text: string,
  doubtful: readonly number[],
  definitions: readonly Defined[],
): readonly Part[] {
  const parts: Part[] = []
  const byName = groupedBy(definitions, ({ name }) => name)
  const opens = (rank: number) => opensPart(children[rank] as RootContent, text)
  for (const rank of doubtful) {
    if (rank < (parts.at(-1)?.to ?? 0)) continue
    let from = rank
    while (from > 0 && !opens(from)) from--
    let to = rank + 1
    while (to < children.length && !opens(to)) to++
    const start: Point =
      from === 0 ? { line: 1, column: 1, offset: 0 } : (children[from]?.position?.start as Point)
    const source = text.slice(start.offset, children[to]?.position?.end.offset)
    const named =
      definitions.length === 0 ? [] : [...namesIn(source)].flatMap((name) => byName.get(name) ?? [])
    const shared = named
      .filter((one) => one.rank < from || one.rank >= to)
      .sort((one, other) => one.rank - other.rank)
    const written = shared.map((one) => `\n\n${one.text}`).join('')
    parts.push({
      from,
      to,
      start,
      source,
      shared: { text: written, names: shared.map(({ name }) => name).join('\n') },
    })
  }
  return parts
}

/** The names that a text may refer to: all text between brackets. */
function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [, label = ''] of matchesIn(text, LABEL)) {
    // The marker of a quote is not part of a label.
    const name = normalizeIdentifier(label.replace(/[\r\n][ \t>]*/g, ' ')).toLowerCase()
    names.add(`definition ${name}`)
    if (name.startsWith('^')) names.add(`footnoteDefinition ${name.slice(1)}`)
  }
  return names
}

const LABEL = /\[(?=((?:\\[\s\S]|[^[\]\\]){1,999})\])/g

function partByReference(
  { from, start, source, shared }: Part,
  next: Nodes | undefined,
): readonly RootContent[] | null {
  const isLast = next === undefined
  const before = isLast && from > 0 && shared.text !== '' ? `${shared.text}\n\n` : ''
  const part = parseMarkdown(before + source + (isLast ? '' : shared.text))
  const isOwn = ({ position }: Nodes) => {
    const at = (position?.start.offset ?? 0) - before.length
    return at >= 0 && at < source.length
  }
  if (shared.text !== '') {
    // A definition may be read differently at another place.
    if (definedBy(part.children.filter((node) => !isOwn(node))) !== shared.names) return null
    part.children = part.children.filter(isOwn)
  }
  for (const node of part.children)
    move(node, start.line - before.split('\n').length, (start.offset ?? 0) - before.length)
  if (isLast) return part.children
  const last = part.children.pop()
  return last?.type === next.type && last.position?.start.offset === next.position?.start.offset
    ? part.children
    : null
}

/** A definition: its name, as `definedBy` writes it, its source, and the index of its block. */
interface Defined {
  readonly name: string
  readonly text: string
  readonly rank: number
}

/** The definitions of a tree; `null` when one is inside another block. */
function definitionsIn({ children }: Root, text: string): readonly Defined[] | null {
  if (children.some((node) => ('children' in node ? node.children.some(defines) : false)))
    return null
  return children.flatMap((node, rank) =>
    isDefinition(node)
      ? [
          {
            name: definedBy([node]),
            text: text.slice(node.position?.start.offset, node.position?.end.offset),
            rank,
          },
        ]
      : [],
  )
}

function opensPart({ type, position }: RootContent, text: string): boolean {
  const { offset = 0, column } = position?.start ?? { column: 0 }
  return (
    column === 1 &&
    (type === 'heading'
      ? text[offset] === '#'
      : type === 'paragraph' && BEGINS_PLAINLY.test(text.slice(offset, offset + 2))) &&
    /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, offset - 200), offset))
  )
}

const BEGINS_PLAINLY = /^(?:\*\S|[^\s\d*+-])/

function defines(node: Nodes): boolean {
  return isDefinition(node) || ('children' in node && node.children.some(defines))
}

function definedBy(nodes: readonly Nodes[]): string {
  return nodes
    .flatMap((node): readonly string[] => [
      ...('identifier' in node && isDefinition(node) ? [`${node.type} ${node.identifier}`] : []),
      ...('children' in node && node.children.some(defines) ? [definedBy(node.children)] : []),
    ])
    .join('\n')
}

function isDefinition({ type }: Nodes): boolean {
  return type === 'definition' || type === 'footnoteDefinition'
}

function move(node: Nodes, lines: number, offset: number): void {
  if (node.position !== undefined)
    node.position = { start: moved(node.position.start), end: moved(node.position.end) }
  if (node.type === 'citation')
    node.items = node.items.map((item) => ({
      ...item,
      start: item.start + offset,
      end: item.end + offset,
    }))
  if ('children' in node) for (const child of node.children) move(child, lines, offset)

  function moved(point: Point): Point {
    return { line: point.line + lines, column: point.column, offset: (point.offset ?? 0) + offset }
  }
}
