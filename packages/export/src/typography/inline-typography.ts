import {
  type Change,
  corrections,
  type FrenchSpacing,
  frenchSpacing,
  matchesIn,
  NO_BREAK,
  OBJECT,
  proseOnly,
} from '@cahier/prose'
import type { Nodes, PhrasingContent, Text } from 'mdast'
import { rewritten } from '../edition/nodes.ts'

/**
 * Applies French typography (spaces, quotes, digit groups) to the inline nodes of one block. Never
 * changes a word.
 */
export function frenchInlines<T extends PhrasingContent>(
  nodes: readonly T[],
  house: FrenchSpacing = FRANCE,
): T[] {
  return setInlines(nodes, 'fr', (prose) =>
    corrections(prose, { language: 'fr', house, keepsWords: true }),
  )
}

const FRANCE = frenchSpacing()

/** Applies English typography to the inline nodes of one block. Never changes a word. */
export function englishInlines<T extends PhrasingContent>(nodes: readonly T[]): T[] {
  return setInlines(
    nodes,
    'en',
    (prose) => corrections(prose, { language: 'en', house: FRANCE, keepsWords: true }),
    englishQuotes,
  )
}

/** Code, addresses and nodes in another language do not change. */
function setInlines<T extends PhrasingContent>(
  nodes: readonly T[],
  language: string,
  ...changesIn: readonly ((prose: string) => readonly Change[])[]
): T[] {
  const isForeign = ({ data }: Nodes) =>
    data?.lang !== undefined && data.lang.toLowerCase().split('-')[0] !== language
  const copies = rewritten(nodes, (node) => {
    if (isForeign(node)) return [node]
    return node.type === 'text' ? [{ ...node, value: composed(node.value) }] : null
  })
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

/** In UTF-16 units: about fifty pages. Changes in a longer block would need too much memory. */
const LONGEST = 150_000

// Cleans pasted text: merges spaces and line ends, removes soft hyphens and zero-width characters.
function composed(value: string) {
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

/** A node in another language becomes one placeholder. */
function flatten(nodes: readonly PhrasingContent[], isForeign: (node: Nodes) => boolean): FlatText {
  const leaves: Text[] = []
  const owners: number[] = []
  let text = ''
  const add = (value: string, owner: number) => {
    text += value
    for (let at = 0; at < value.length; at++) owners.push(owner)
  }
  const visit = (node: Nodes) => {
    if (isForeign(node)) add(OBJECT, -1)
    else if (node.type === 'text') add(node.value, leaves.push(node) - 1)
    else if (node.type === 'break') add('\n', -1)
    else if ('children' in node) for (const child of node.children) visit(child)
    else add(OBJECT, -1)
  }
  for (const node of nodes) visit(node)
  return { text, owners, leaves }
}

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

function ownerOf({ owners }: FlatText, { start, end }: Change) {
  for (let at = start; at < end; at++) if ((owners[at] as number) < 0) return -1
  const owner = owners[start] ?? -1
  return owner < 0 && start === end ? (owners[start - 1] ?? -1) : owner
}

/** Unpaired double quotes do not change: they may mean inches. */
function englishQuotes(text: string): Change[] {
  const changes = [...doubleQuotes(text), ...singleQuotes(text)]
  return changes.sort((a, b) => a.start - b.start)
}

const OPENS_AFTER = /[\s([{“‘"'/–—-]/
const WORD = /[\p{L}\p{N}]/u

function doubleQuotes(text: string): Change[] {
  const changes: Change[] = []
  let isOpen = false
  for (const { index } of matchesIn(text, /"/g)) {
    const [before, after] = around(text, index)
    if (!isOpen && /\d/.test(before)) continue
    const fits = isOpen
      ? /\S/.test(before) && !WORD.test(after)
      : OPENS_AFTER.test(before) && /\S/.test(after)
    if (!fits) return []
    changes.push(at(index, isOpen ? '”' : '“'))
    isOpen = !isOpen
  }
  return isOpen ? [] : changes
}

// Words that lost their first letters, as in the '90s.
const SHORTENED = /^(?:\d0s|tis|twas|em|til|cause(?! and )|round|n)(?![\p{L}\p{N}])/iu

// A single word in quotes is not a shortened word, except the n of rock 'n' roll.
const QUOTED_WORD = /^(?!n')[a-z]+'(?!\w)/i

// A possessive inside a quotation (the workers' rights) may look like the end of the quotation. A
// later `'` after one of these signs still closes the quotation.
const CLOSES_AFTER = /[.,;:!?…”"\uFFFC]/

function singleQuotes(text: string): Change[] {
  const changes: Change[] = []
  const last = lastClosing(text)
  let isOpen = false
  let hasOpened = false
  for (const { index } of matchesIn(text, /'/g)) {
    const [before, after] = around(text, index)
    if ((/\p{L}/u.test(before) && after !== '(') || (/\d/.test(before) && after === 's')) {
      changes.push(at(index, '’'))
      isOpen &&= WORD.test(after)
    } else if ((isOpen ? /\S/ : CLOSES_AFTER).test(before) && !WORD.test(after) && hasOpened) {
      changes.push(at(index, '’'))
      isOpen = false
    } else if (OPENS_AFTER.test(before) && isShortened(text.slice(index + 1, index + 12), isOpen))
      changes.push(at(index, '’'))
    else if (!isOpen && OPENS_AFTER.test(before) && /\S/.test(after) && index < last) {
      changes.push(at(index, '‘'))
      isOpen = true
      hasOpened = true
    }
  }
  return changes
}

function isShortened(after: string, isOpen: boolean) {
  return SHORTENED.test(after) && (isOpen || !QUOTED_WORD.test(after))
}

function lastClosing(text: string) {
  return matchesIn(text, /(?<=\S)'(?![\p{L}\p{N}])/gu).at(-1)?.index ?? -1
}

function around(text: string, index: number): readonly [before: string, after: string] {
  return [text[index - 1] ?? ' ', text[index + 1] ?? ' ']
}

function at(index: number, text: string): Change {
  return { start: index, end: index + 1, text }
}
