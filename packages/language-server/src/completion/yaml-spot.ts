import { escapePointer } from '@cahier/core'
import type { Span } from '@cahier/prose'

/**
 * The place of the cursor in YAML, read from the lines around it, since the text may be incomplete.
 */
export interface YamlSpot extends Span {
  /** JSON pointer of the value, or of the map that has the key. Every list item is `0`. */
  readonly pointer: string
  readonly at: 'key' | 'value'
  /** The other keys of the map, each with the value on its line. */
  readonly siblings: ReadonlyMap<string, string>
  /** The other items of the list. */
  readonly items: ReadonlySet<string>
  /** Blanks before the key of the line. */
  readonly indent: number
}

/**
 * The spot at an offset, in the YAML that begins at `from`; `null` where nothing can be completed.
 */
export function yamlSpot(text: string, from: number, offset: number): YamlSpot | null {
  const lines = linesOf(text, from)
  const current = lines.findLastIndex(({ start }) => start <= offset)
  const line = lines[current]
  if (line === undefined) return null
  const before = text.slice(line.start, offset)
  if (/(^|\s)#/.test(withoutQuotes(before))) return null
  const flow = flowSpot(text, lines, current, offset)
  if (flow !== null) return flow
  const { indent, dashes, rest } = partsOf(before)
  const end = endOfWord(text, offset)
  const parents = parentsOf(lines, current, indent)
  const place = `${parents}${'/0'.repeat(dashes)}`
  const pair = /^([\p{L}\w/-]+)(\s*):\s+(.*)$/u.exec(rest)
  const siblings = siblingsOf(lines, current, indent)
  const items: ReadonlySet<string> = dashes > 0 ? itemsOf(lines, current) : new Set()
  if (pair !== null) {
    const [, key = '', , value = ''] = pair
    if (/^[[{]/.test(value)) return null
    // A value in quotes stays in quotes.
    const typed = value.replace(/^(["'])(?!.*\1)/, '')
    return {
      pointer: `${place}/${escapePointer(key)}`,
      at: 'value',
      start: offset - typed.length,
      end,
      siblings,
      items: new Set(),
      indent,
    }
  }
  const [, quote, word] = /^(["']?)([\p{L}\w/-]*)$/u.exec(rest) ?? []
  // After a dash: a word, or the first key of a map.
  const at = dashes > 0 && !siblings.size ? 'value' : 'key'
  if (word === undefined || (at === 'key' && quote !== '')) return null
  if (at === 'key' && dashes === 0 && isBetweenKeyAndValue(lines, current, indent)) return null
  return { pointer: place, at, start: offset - word.length, end, siblings, items, indent }
}

interface Line {
  readonly start: number
  readonly text: string
}

function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = []
  for (let start = from; ; ) {
    const next = text.indexOf('\n', start)
    lines.push({ start, text: text.slice(start, next < 0 ? undefined : next).replace(/\r$/, '') })
    if (next < 0) return lines
    start = next + 1
  }
}

// A dash counts as two blanks of indentation.
function partsOf(line: string): {
  readonly indent: number
  readonly dashes: number
  readonly rest: string
} {
  const [, blanks = '', dashes = '', rest = ''] = /^( *)((?:- +)*)(.*)$/.exec(line) ?? []
  return {
    indent: blanks.length + dashes.length,
    dashes: dashes.length === 0 ? 0 : dashes.trim().split(/ +/).length,
    rest,
  }
}

// The pointer of the map around a line: upwards, each less indented line is a parent.
function parentsOf(lines: readonly Line[], current: number, indent: number): string {
  const own = partsOf(lines[current]?.text ?? '')
  let limit = indent - (own.dashes > 0 ? own.dashes * 2 : 0)
  let isListAbove = own.dashes > 0
  let pointer = ''
  for (let at = current - 1; at >= 0 && (limit > 0 || isListAbove); at--) {
    const { text } = lines[at] as Line
    const parts = partsOf(text)
    const key = /^([\p{L}\w/-]+)\s*:/u.exec(parts.rest)?.[1]
    if (text.trim() === '' || key === undefined) continue
    // A list may have the same indentation as its key.
    const holds =
      parts.indent < limit || (isListAbove && parts.dashes === 0 && parts.indent <= limit)
    const isItem = parts.dashes > 0 && parts.indent <= limit
    if (isItem && parts.indent === limit) {
      pointer = `/0${pointer}`
      limit = parts.indent - parts.dashes * 2
      isListAbove = true
    } else if (holds) {
      pointer = `/${escapePointer(key)}${pointer}`
      limit = parts.indent
      isListAbove = false
      if (parts.dashes > 0) {
        pointer = `/0${pointer}`
        limit = parts.indent - parts.dashes * 2
        isListAbove = true
      }
    }
  }
  return pointer
}

// The keys of the same map: lines of the same indentation, up and down, until a smaller one.
function siblingsOf(
  lines: readonly Line[],
  current: number,
  indent: number,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  const visit = (step: number) => {
    for (let at = current + step; at >= 0 && at < lines.length; at += step) {
      const { text } = lines[at] as Line
      if (text.trim() === '') continue
      const parts = partsOf(text)
      if (parts.indent < indent) return
      // The next item is another map.
      if (step > 0 && parts.dashes > 0 && parts.indent === indent) return
      if (parts.indent === indent) {
        const [, key, value = ''] = /^([\p{L}\w/-]+)\s*:(.*)$/u.exec(parts.rest) ?? []
        if (key !== undefined) keys.set(key, wordOf(value))
        if (parts.dashes > 0) return
      }
    }
  }
  if (partsOf(lines[current]?.text ?? '').dashes === 0) visit(-1)
  visit(1)
  return keys
}

// The other items of a list of words, up and down.
function itemsOf(lines: readonly Line[], current: number): ReadonlySet<string> {
  const items = new Set<string>()
  const { indent } = partsOf(lines[current]?.text ?? '')
  for (const step of [-1, 1])
    for (let at = current + step; at >= 0 && at < lines.length; at += step) {
      const { text } = lines[at] as Line
      if (text.trim() === '') continue
      const parts = partsOf(text)
      if (parts.dashes === 0 || parts.indent !== indent) break
      items.add(wordOf(parts.rest))
    }
  return items
}

// Whether a new key would come between a key and its value, and become the parent of the value.
function isBetweenKeyAndValue(lines: readonly Line[], current: number, indent: number): boolean {
  const isWritten = ({ text }: Line) => text.trim() !== ''
  const above = partsOf(lines.slice(0, current).findLast(isWritten)?.text ?? '')
  const below = lines.slice(current + 1).find(isWritten)?.text ?? ''
  const isOpen =
    above.indent === indent && /^[\p{L}\w/-]+\s*:\s*(?:[>|][-+\d]*\s*)?$/u.test(above.rest)
  const blanks = /^ */.exec(below)?.[0].length ?? 0
  return isOpen && (blanks > indent || (blanks === indent && /^ *- /.test(below)))
}

function wordOf(written: string): string {
  return written
    .replace(/\s#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
}

/** The spot in brackets or braces that begin on this line or above. */
function flowSpot(
  text: string,
  lines: readonly Line[],
  current: number,
  offset: number,
): YamlSpot | null {
  for (let at = current; at >= 0 && at > current - 20; at--) {
    const { start, text: written } = lines[at] as Line
    const { rest, indent, dashes } = partsOf(written)
    const pair = /^([\p{L}\w/-]+)\s*:\s*(?=[[{])/u.exec(rest)
    const isItem = dashes > 0 && /^[[{]/.test(rest)
    if (pair === null && !isItem) {
      if (at < current && /^[\p{L}\w/-]+\s*:/u.test(rest)) return null
      continue
    }
    const opened = start + written.length - rest.length + (pair?.[0].length ?? 0)
    if (opened >= offset) return null
    const base = `${parentsOf(lines, at, indent)}${'/0'.repeat(dashes)}${pair === null ? '' : `/${escapePointer(pair[1] as string)}`}`
    return inFlow(text, opened, offset, base, indent)
  }
  return null
}

interface Level {
  readonly sign: string
  readonly pointer: string
  readonly keys: Map<string, string>
  readonly items: Set<string>
  key: string
}

function inFlow(
  text: string,
  from: number,
  offset: number,
  base: string,
  indent: number,
): YamlSpot | null {
  const levels: Level[] = []
  let word = from
  let isQuoted = false
  const pointerIn = (level: Level | undefined) =>
    level === undefined
      ? base
      : level.sign === '['
        ? `${level.pointer}/0`
        : level.key === ''
          ? level.pointer
          : `${level.pointer}/${escapePointer(level.key)}`
  for (let at = from; at < offset; at++) {
    const sign = text[at] as string
    const level = levels.at(-1)
    if (sign === '"' || sign === "'") {
      const close = text.indexOf(sign, at + 1)
      isQuoted = close < 0 || close >= offset
      if (isQuoted) word = at + 1
      at = isQuoted ? offset : close
    } else if (sign === '[' || sign === '{') {
      levels.push({ sign, pointer: pointerIn(level), keys: new Map(), items: new Set(), key: '' })
      word = at + 1
    } else if (sign === ']' || sign === '}') {
      levels.pop()
      if (levels.length === 0) return null
    } else if (sign === ',') {
      if (level !== undefined) endPart(level, text.slice(word, at))
      word = at + 1
    } else if (sign === ':' && /\s/.test(text[at + 1] ?? ' ') && level?.sign === '{') {
      level.key = text.slice(word, at).trim()
      level.keys.set(level.key, '')
      word = at + 1
    }
  }
  const level = levels.at(-1)
  if (level === undefined) return null
  const start = offset - text.slice(word, offset).trimStart().length
  const end = endOfWord(text, offset)
  const isValue = level.sign === '[' || level.key !== ''
  if (isQuoted && !isValue) return null
  const { keys: siblings, items } = level
  const pointer = isValue ? pointerIn(level) : level.pointer
  for (const written of othersBehind(text, end)) {
    const [, key, value = ''] = /^\s*([\p{L}\w/-]+)\s*:\s(.*)$/u.exec(written) ?? []
    if (level.sign === '[') items.add(wordOf(written))
    else if (key !== undefined) siblings.set(key, wordOf(value))
  }
  return { pointer, at: isValue ? 'value' : 'key', start, end, siblings, items, indent }
}

// Stores an item, or the value of a key, that ends at a comma.
function endPart(level: Level, written: string): void {
  if (level.sign === '[') level.items.add(wordOf(written))
  else if (level.key !== '') level.keys.set(level.key, wordOf(written))
  level.key = ''
}

function othersBehind(text: string, end: number): readonly string[] {
  const [rest = ''] = /^[^[\]{}\r\n]*/.exec(text.slice(end)) ?? []
  return rest.split(',').slice(1)
}

// The end of the word under the cursor.
function endOfWord(text: string, offset: number): number {
  return offset + (/^[\w/-]*/.exec(text.slice(offset))?.[0].length ?? 0)
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"|'[^']*'/g, '')
}
