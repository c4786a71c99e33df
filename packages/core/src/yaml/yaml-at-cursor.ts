import type { Span } from '@cahier/prose'
import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml'
import { escapePointer } from '../model/json.ts'
import { keyName } from './read-yaml.ts'
import { maskProse } from './unquoted-prose.ts'

/** The place of the cursor in YAML that may be incomplete. */
export interface YamlSpot extends Span {
  /** JSON pointer of the value, or of the map that has the key. Every list index is `0`. */
  readonly pointer: string
  readonly at: 'key' | 'value'
  /** The other keys of the map, with their values. A list or a map has the value `''`. */
  readonly siblings: ReadonlyMap<string, string>
  readonly items: ReadonlySet<string>
  /** Number of blanks and dashes before the key. */
  readonly indent: number
}

// A name that no file contains. In place of the word at the cursor, it marks a node of the tree.
const MARK = 'cahier-cursor-'

/** The place of a cursor in YAML that begins at `from`; `null` if nothing can be completed. */
export function yamlAtCursor(text: string, from: number, offset: number): YamlSpot | null {
  const before = text.slice(Math.max(from, text.lastIndexOf('\n', offset - 1) + 1), offset)
  const [, typed = ''] = /^.*(?:[[{,]|[:-]\s|^)\s*["']?([^[\]{},"']*)$/.exec(before) ?? []
  const [rest = ''] = /^[\w/-]*/.exec(text.slice(offset)) ?? []
  const span = { start: offset - typed.length, end: offset + rest.length }
  const [lead = '', dashes = ''] = /^ *((?:- +)*)/.exec(before) ?? []
  const indent = lead.length
  const above = text.slice(from, span.start)
  const below = text.slice(span.end)
  const [onLine = ''] = /^[^\r\n]*/.exec(below) ?? []
  // An open bracket would take in the next lines, so they are left out.
  const inFlow = /[[{]/.test(above.slice(-LONGEST_FLOW)) ? find(above + MARK + onLine) : null
  if (inFlow?.isFlow) return { ...inFlow, ...span, indent }
  const isAlone = before === lead + typed && !/^\s*:/.test(onLine)
  const [, blanks = '', first = ''] = /^\s*?\n\s*?( *)(\S[^\s:]*:?)/.exec(below) ?? []
  const isFirstKey = blanks.length === indent && first.endsWith(':')
  const isKey = isAlone && (dashes === '' || isFirstKey)
  const isHeld = blanks.length > indent || (blanks.length === indent && first === '-')
  if (isKey && dashes === '' && isHeld && isOpen(above, indent)) return null
  const found = find(maskProse(`${above}${MARK}${isKey ? ':' : ''}${below}`).text)
  return found && { ...found, ...span, indent }
}

// How far above the cursor an opening bracket is looked for, in UTF-16 units.
const LONGEST_FLOW = 2000

// True when the last line is a key with this indentation, and its value begins on the next line.
function isOpen(above: string, indent: number) {
  const written = above.trimEnd()
  const line = written.slice(written.lastIndexOf('\n') + 1)
  return /^[ -]*/.exec(line)?.[0].length === indent && /:(?:\s+[>|][-+\d]*)?$/.test(line)
}

type Found = Omit<YamlSpot, 'start' | 'end' | 'indent'> & { readonly isFlow: boolean }

function find(marked: string): Found | null {
  try {
    return search(parseDocument(marked, { prettyErrors: false, uniqueKeys: false }).contents, '')
  } catch (error) {
    // The YAML nests too deep.
    if (error instanceof RangeError) return null
    throw error
  }
}

function search(node: unknown, pointer: string): Found | null {
  if (isMap(node))
    for (const pair of node.items) {
      const below = `${pointer}/${escapePointer(nameOf(pair))}`
      const others = node.items.filter((other) => other !== pair)
      const spot = {
        siblings: new Map(others.map((other) => [nameOf(other), wordOf(other.value)])),
        items: new Set<string>(),
        isFlow: node.flow === true,
      }
      if (isMark(pair.key))
        return isScalar(pair.key) && pair.key.type === 'PLAIN'
          ? { pointer, at: 'key', ...spot }
          : null
      if (isMark(pair.value)) return { pointer: below, at: 'value', ...spot }
      const found = search(pair.value, below)
      if (found !== null) return found
    }
  if (isSeq(node))
    for (const item of node.items) {
      const found = isMark(item)
        ? {
            pointer: `${pointer}/0`,
            at: 'value' as const,
            siblings: new Map<string, string>(),
            items: new Set(node.items.filter((other) => other !== item).map(wordOf)),
            isFlow: node.flow === true,
          }
        : search(item, `${pointer}/0`)
      if (found !== null) return found
    }
  return null
}

function nameOf({ key }: Pair) {
  return isScalar(key) ? keyName(key) : ''
}

function wordOf(node: unknown) {
  return isScalar(node) ? String(node.value ?? '') : ''
}

// The last letter is not compared: the parser drops it when quotes are open.
function isMark(node: unknown) {
  return wordOf(node).startsWith(MARK.slice(0, -1))
}
