import { textLines } from './merge-lines.ts'

/** One key of a YAML mapping or one item of a list, with all its lines. */
export interface Entry {
  /** The key. For an item, the name is its `id` line (`id: x`), else its first line. */
  readonly name: string
  /** Blank lines and comments above the entry. */
  readonly lead: string
  readonly text: string
  /** The mapping or list in the entry; `null` when the value is on one line. */
  readonly inner: Outline | null
}

/** The entries of a mapping or list; `head` and `tail` are the lines before and after them. */
export interface Outline {
  readonly kind: 'mapping' | 'list'
  readonly head: string
  readonly entries: readonly Entry[]
  readonly tail: string
}

/**
 * Cuts YAML into entries by its indents. `null` for YAML that this simple reader cannot cut, such
 * as with tabs or several documents.
 */
export function readOutline(yaml: string): Outline | null {
  const lines = textLines(yaml)
  return lines.some((line) => /^[ ]*\t|^(?:---|\.\.\.|%)/.test(line)) ? null : outlineOf('', lines)
}

/** The number of keys with no value on their line and no readable entries below. */
export function unreadEntries({ entries }: Outline): number {
  return entries.reduce(
    (sum, { text, inner }) =>
      sum + (inner !== null ? unreadEntries(inner) : KEY_WITHOUT_VALUE.test(text) ? 1 : 0),
    0,
  )
}

function outlineOf(head: string, lines: readonly string[]): Outline | null {
  const first = lines.find((line) => !isBlankOrComment(line))
  if (first === undefined) return null
  const level = indentOf(first)
  const kind = ITEM.test(first) ? 'list' : 'mapping'
  const drafts: { lead: string[]; lines: string[] }[] = []
  let apart: string[] = []
  for (const line of lines) {
    if (isBlankOrComment(line)) {
      apart.push(line)
      continue
    }
    const current = drafts.at(-1)
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

function entryOf(kind: Outline['kind'], lead: string, lines: readonly string[]) {
  const first = lines[0] ?? ''
  const inner = kind === 'mapping' ? innerOfKey(lines) : innerOfItem(lines)
  const id =
    kind === 'list' ? inner?.entries.find(({ name }) => name === 'id')?.text.trim() : undefined
  const name = kind === 'mapping' ? (KEY.exec(first)?.[1] ?? first).trim() : (id ?? first.trim())
  return { name, lead, text: lines.join(''), inner }
}

function hasTwoValues([first = '', ...rest]: readonly string[]) {
  const below = rest.find((line) => !isBlankOrComment(line)) ?? ''
  return (ITEM.test(below) || KEY.test(below)) && VALUE.test(first.replace(KEY, ''))
}

function innerOfKey([first = '', ...rest]: readonly string[]) {
  return KEY_WITHOUT_VALUE.test(first) ? outlineOf(first, rest) : null
}

/** The mapping in an item, read with a blank in place of its dash. */
function innerOfItem([first = '', ...rest]: readonly string[]) {
  const bare = first.replace('-', ' ')
  return KEY.test(bare) ? outlineOf('', [bare, ...rest]) : null
}

const KEY_WITHOUT_VALUE = /^[^\n]*:[ ]*(?:#.*)?(?:\r?\n|$)/
const ITEM = /^ *-(?: |\r?\n|$)/
/** A key, up to its colon. */
const KEY =
  /^ *("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'&*!|>%@`,[\]{}?:-](?:[^#:\n]|:(?=\S)|(?<=\S)#)*|[-?:](?=\S)(?:[^#:\n]|:(?=\S)|(?<=\S)#)+) *:(?= |\r?\n|$)/
/** A value that is complete on its line: a word, a quoted text, a list in brackets. */
const VALUE = /^ +(?:[^\s|>"'[{&!*#].*|"[^"]*"|'[^']*'|\[[^[\]]*\]) *(?:#.*)?\r?\n?$/

function isBlankOrComment(line: string) {
  return /^\s*(?:#.*)?$/.test(line.replace(/\r?\n$/, ''))
}

function indentOf(line: string) {
  return line.length - line.trimStart().length
}
