import { type Change, NO_BREAK, OBJECT, proseOnly } from '@cahier/prose'
import type { Nodes, PhrasingContent, Text } from 'mdast'

/**
 * Applies each function of `changesIn` to the joined text of a block. Code, addresses and nodes in
 * another language do not change.
 */
export function setInlines<T extends PhrasingContent>(
  nodes: readonly T[],
  language: string,
  ...changesIn: readonly ((prose: string) => readonly Change[])[]
): T[] {
  const isForeign = ({ data }: Nodes) =>
    data?.lang !== undefined && data.lang.toLowerCase().split('-')[0] !== language
  const copies = nodes.map((node) => composedCopy(node, isForeign))
  const flat = flatten(copies, isForeign)
  if (flat.text.length > LONGEST) return copies
  const values = valuesOf(
    changesIn.reduce((before, find) => changed(before, find(proseOnly(before.text))), flat),
  )
  flat.leaves.forEach((leaf, index) => {
    leaf.value = values[index] as string
  })
  return copies
}

function composedCopy<T extends Nodes>(node: T, isForeign: (node: Nodes) => boolean): T {
  if (isForeign(node)) return node
  if (node.type === 'text') return { ...node, value: composed(node.value) }
  return 'children' in node
    ? { ...node, children: node.children.map((child) => composedCopy(child, isForeign)) }
    : node
}

/** In UTF-16 units: about fifty pages. Changes in a longer block would need too much memory. */
const LONGEST = 150_000

// Cleans pasted text: merges spaces and line ends, removes soft hyphens and zero-width characters.
function composed(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/[ \u00A0\u202F\u2009\u2007]{2,}/g, (run) =>
      /[\u00A0\u202F]/.test(run) ? NO_BREAK : ' ',
    )
}

/** The joined text of a block; `owners` gives the index in `leaves` of each UTF-16 unit, or -1. */
interface FlatText {
  readonly text: string
  readonly owners: readonly number[]
  readonly leaves: readonly Text[]
}

/** Joins the text nodes of a block. A node in another language becomes one placeholder. */
function flatten(nodes: readonly PhrasingContent[], isForeign: (node: Nodes) => boolean): FlatText {
  const leaves: Text[] = []
  const owners: number[] = []
  let text = ''
  const add = (value: string, owner: number) => {
    text += value
    for (let at = 0; at < value.length; at++) owners.push(owner)
  }
  const visit = (node: Nodes): void => {
    if (isForeign(node)) add(OBJECT, -1)
    else if (node.type === 'text') add(node.value, leaves.push(node) - 1)
    else if (node.type === 'break') add('\n', -1)
    else if ('children' in node) for (const child of node.children) visit(child)
    else add(OBJECT, -1)
  }
  for (const node of nodes) visit(node)
  return { text, owners, leaves }
}

/** Applies changes in order. Skips a change that overlaps another or a node other than text. */
function changed(flat: FlatText, changes: readonly Change[]): FlatText {
  if (changes.length === 0) return flat
  let text = ''
  const owners: number[] = []
  let from = 0
  const keep = (end: number) => {
    text += flat.text.slice(from, end)
    for (let at = from; at < end; at++) owners.push(flat.owners[at] as number)
    from = end
  }
  for (const change of changes) {
    const owner = ownerOf(flat, change)
    if (owner < 0 || change.start < from) continue
    keep(change.start)
    text += change.text
    for (let at = 0; at < change.text.length; at++) owners.push(owner)
    from = change.end
  }
  keep(flat.text.length)
  return { ...flat, text, owners }
}

function valuesOf(flat: FlatText): string[] {
  const values = flat.leaves.map(() => '')
  for (let start = 0, end = 0; start < flat.text.length; start = end) {
    const owner = flat.owners[start] as number
    while (end < flat.text.length && flat.owners[end] === owner) end++
    if (owner >= 0) values[owner] += flat.text.slice(start, end)
  }
  return values
}

function ownerOf({ owners }: FlatText, { start, end }: Change): number {
  for (let at = start; at < end; at++) if ((owners[at] as number) < 0) return -1
  const owner = owners[start] ?? -1
  return owner < 0 && start === end ? (owners[start - 1] ?? -1) : owner
}
