import { linesOf } from './line-hunks.ts'
import { remembered } from './remembered.ts'

/**
 * One key of a mapping or one item of a list, in YAML cut by its indentation: every byte is kept.
 */
export interface Entry {
  /** What it is known by: its key, the `id` of an item, else the first line of the item. */
  readonly name: string
  /** Blank lines and comments above it. */
  readonly lead: string
  readonly text: string
  /** What it holds, when it holds a mapping or a list written over several lines. */
  readonly inner: Outline | null
}

/**
 * The entries of a mapping or of a list; `head` is what stands before them in the entry that holds
 * them, `tail` what stands after.
 */
export interface Outline {
  readonly kind: 'mapping' | 'list'
  readonly head: string
  readonly entries: readonly Entry[]
  readonly tail: string
}

/**
 * Reads YAML as far as its lines say what belongs to what. `null` where they do not: tabs, keys
 * twice, several documents, items with one name, keys or items below what has a value already; then
 * it is text like any other.
 */
export const readOutline = remembered((yaml): Outline | null => {
  const lines = linesOf(yaml)
  return lines.some((line) => /^[ ]*\t|^(?:---|\.\.\.|%)/.test(line)) ? null : outlineOf('', lines)
})

/**
 * How many keys say nothing on their line, and what stands below them cannot be told apart: two of
 * one name, or a text.
 */
export function unreadIn({ entries }: Outline): number {
  return entries.reduce(
    (sum, { text, inner }) => sum + (inner !== null ? unreadIn(inner) : OPENS.test(text) ? 1 : 0),
    0,
  )
}

function outlineOf(head: string, lines: readonly string[]): Outline | null {
  const first = lines.find((line) => !isApart(line))
  if (first === undefined) return null
  const level = indentOf(first)
  const kind = ITEM.test(first) ? 'list' : 'mapping'
  const drafts: { lead: string[]; lines: string[] }[] = []
  let apart: string[] = []
  for (const line of lines) {
    if (isApart(line)) {
      apart.push(line)
      continue
    }
    const current = drafts.at(-1)
    // A list may stand as far to the left as the key it belongs to.
    const isBelow =
      indentOf(line) > level ||
      (kind === 'mapping' && ITEM.test(line) && indentOf(line) === level && current !== undefined)
    if (isBelow && current !== undefined) current.lines.push(...apart, line)
    else if (indentOf(line) === level && (kind === 'list' ? ITEM : KEY).test(line))
      drafts.push({ lead: apart, lines: [line] })
    else return null
    apart = []
  }
  if (kind === 'mapping' && drafts.some(({ lines: own }) => hasTwoValues(own))) return null
  const entries = drafts.map(({ lead, lines: own }) => entryOf(kind, lead.join(''), own))
  const names = new Set(entries.map(({ name }) => name))
  return names.size < entries.length ? null : { kind, head, entries, tail: apart.join('') }
}

function entryOf(kind: Outline['kind'], lead: string, lines: readonly string[]): Entry {
  const first = lines[0] ?? ''
  const inner = kind === 'mapping' ? innerOfKey(lines) : innerOfItem(lines)
  const id =
    kind === 'list' ? inner?.entries.find(({ name }) => name === 'id')?.text.trim() : undefined
  const name = kind === 'mapping' ? (KEY.exec(first)?.[1] ?? first).trim() : (id ?? first.trim())
  return { name, lead, text: lines.join(''), inner }
}

/** Whether a key has a value on its line, and keys or items below. */
function hasTwoValues([first = '', ...rest]: readonly string[]): boolean {
  const below = rest.find((line) => !isApart(line)) ?? ''
  return (ITEM.test(below) || KEY.test(below)) && VALUE.test(first.replace(KEY, ''))
}

function innerOfKey([first = '', ...rest]: readonly string[]): Outline | null {
  return OPENS.test(first) ? outlineOf(first, rest) : null
}

/** An item that is a mapping: its dash is a blank while it is read. */
function innerOfItem([first = '', ...rest]: readonly string[]): Outline | null {
  const bare = first.replace('-', ' ')
  return KEY.test(bare) ? outlineOf('', [bare, ...rest]) : null
}

/** A key with nothing on its line. */
const OPENS = /^[^\n]*:[ ]*(?:#.*)?(?:\r?\n|$)/
const ITEM = /^ *-(?: |\r?\n|$)/
const KEY =
  /^ *("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'&*!|>%@`,[\]{}?:-](?:[^#:\n]|:(?=\S)|(?<=\S)#)*|[-?:](?=\S)(?:[^#:\n]|:(?=\S)|(?<=\S)#)+) *:(?= |\r?\n|$)/
/** What stands after a key, whole on its line: a word, a text in quotes, a list in brackets. */
const VALUE = /^ +(?:[^\s|>"'[{&!*#].*|"[^"]*"|'[^']*'|\[[^[\]]*\]) *(?:#.*)?\r?\n?$/

function isApart(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line.replace(/\r?\n$/, ''))
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
