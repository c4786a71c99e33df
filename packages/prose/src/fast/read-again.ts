import type { Nodes, Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import { parseMarkdown } from '../parse-markdown.ts'

/**
 * The tree of a text with its doubtful blocks, given by rank and in order, as the reference reads them: each with all that stands between the two headings, or
 * paragraphs that begin with no sign of a list, around it. After a blank line and without an indent these close whatever is open, and nothing else is shared but
 * what is defined, which is read along. `null` when such a part defines something else than the engine read there, and when to read the whole text takes no longer.
 */
export function readAgain(tree: Root, text: string, doubtful: readonly number[]): Root | null {
  if (doubtful.length === 0) return tree
  const shared = definitionsIn(tree, text)
  if (shared === null) return null
  const parts = partsAround(tree, text, doubtful)
  let toRead = 0
  for (const { start, end = text.length } of parts) toRead += end - (start.offset ?? 0) + shared.text.length
  if (shared.text !== '' && toRead > text.length) return null
  const children: RootContent[] = []
  let rank = 0
  for (const part of parts) {
    while (rank < part.from) children.push(tree.children[rank++] as RootContent)
    const nodes = partByReference(text, part, tree.children[part.to], shared)
    if (nodes === null || definedBy(nodes) !== definedBy(tree.children.slice(part.from, part.to))) return null
    for (const node of nodes) children.push(node)
    rank = part.to
  }
  while (rank < tree.children.length) children.push(tree.children[rank++] as RootContent)
  return { ...tree, children }
}

/** Blocks that are read together, by rank from `from` up to `to`, and where they are written, with the block that follows; at the end of a text no end is given. */
interface Part {
  readonly from: number
  readonly to: number
  readonly start: Point
  readonly end: number | undefined
}

function partsAround({ children }: Root, text: string, doubtful: readonly number[]): readonly Part[] {
  const parts: Part[] = []
  const opens = (rank: number) => opensPart(children[rank] as RootContent, text)
  for (const rank of doubtful) {
    if (rank < (parts.at(-1)?.to ?? 0)) continue
    let from = rank
    while (from > 0 && !opens(from)) from--
    let to = rank + 1
    while (to < children.length && !opens(to)) to++
    const start: Point = from === 0 ? { line: 1, column: 1, offset: 0 } : (children[from]?.position?.start as Point)
    // At the end of a text some blocks end otherwise.
    parts.push({ from, to, start, end: children[to]?.position?.end.offset })
  }
  return parts
}

function partByReference(text: string, { from, start, end }: Part, next: Nodes | undefined, shared: Shared): readonly RootContent[] | null {
  const isLast = end === undefined
  const before = isLast && from > 0 && shared.text !== '' ? `${shared.text}\n\n` : ''
  const source = text.slice(start.offset, end)
  const part = parseMarkdown(before + source + (isLast ? '' : shared.text))
  const isOwn = ({ position }: Nodes) => {
    const at = (position?.start.offset ?? 0) - before.length
    return at >= 0 && at < source.length
  }
  if (shared.text !== '') {
    // Elsewhere, what defines something may be read otherwise.
    if (definedBy(part.children.filter((node) => !isOwn(node))) !== shared.names) return null
    part.children = part.children.filter(isOwn)
  }
  for (const node of part.children) move(node, start.line - before.split('\n').length, (start.offset ?? 0) - before.length)
  if (next === undefined) return part.children
  const last = part.children.pop()
  return last?.type === next.type && last.position?.start.offset === next.position?.start.offset ? part.children : null
}

/** What a tree defines: as it is written, each after a blank line, and by name. */
interface Shared {
  readonly text: string
  readonly names: string
}

/** `null` when some of it stands inside something else. */
function definitionsIn({ children }: Root, text: string): Shared | null {
  if (children.some((node) => !isDefinition(node) && defines(node))) return null
  const definitions = children.filter(isDefinition)
  const written = definitions.map(({ position }) => `\n\n${text.slice(position?.start.offset, position?.end.offset)}`)
  return { text: written.join(''), names: definedBy(definitions) }
}

function opensPart({ type, position }: RootContent, text: string): boolean {
  const { offset = 0, column } = position?.start ?? { column: 0 }
  return (
    column === 1 &&
    (type === 'heading' ? text[offset] === '#' : type === 'paragraph' && BEGINS_PLAINLY.test(text.slice(offset, offset + 2))) &&
    /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, offset - 200), offset))
  )
}

const BEGINS_PLAINLY = /^(?:\*\S|[^\s\d*+-])/

function defines(node: Nodes): boolean {
  return isDefinition(node) || ('children' in node && node.children.some(defines))
}

/** What nodes define, by name. */
function definedBy(nodes: readonly Nodes[]): string {
  return nodes
    .flatMap((node): readonly string[] => [
      ...('identifier' in node && isDefinition(node) ? [`${node.type} ${node.identifier}`] : []),
      ...('children' in node && defines(node) ? [definedBy(node.children)] : []),
    ])
    .join('\n')
}

function isDefinition({ type }: Nodes): boolean {
  return type === 'definition' || type === 'footnoteDefinition'
}

function move(node: Nodes, lines: number, offset: number): void {
  if (node.position !== undefined) node.position = { start: moved(node.position.start), end: moved(node.position.end) }
  if (node.type === 'citation') node.items = node.items.map((item) => ({ ...item, start: item.start + offset, end: item.end + offset }))
  if ('children' in node) for (const child of node.children) move(child, lines, offset)

  function moved(point: Point): Point {
    return { line: point.line + lines, column: point.column, offset: (point.offset ?? 0) + offset }
  }
}
