import type { Json } from '../document.ts'
import { isReserved, PLAIN_KEY, readPlainWord } from './read-plain-word.ts'

/**
 * Reads a map between braces or a list between brackets, on one line, that holds plain words and
 * other such; `undefined` when it holds anything else.
 */
export function readPlainFlow(written: string): Json | undefined {
  const read = valueAt(written, 0, 0)
  return read?.end === written.length ? read.value : undefined
}

interface Read {
  readonly value: Json
  readonly end: number
}

function valueAt(text: string, at: number, depth: number): Read | undefined {
  if (text[at] === '{' || text[at] === '[')
    return depth === DEEPEST ? undefined : collectionAt(text, at, depth)
  const word = matchAt(WORD, text, at)?.[0] ?? ''
  const value = readPlainWord(word)
  return value === undefined ? undefined : { value, end: at + word.length }
}

function collectionAt(text: string, at: number, depth: number): Read | undefined {
  const map: Record<string, Json> = {}
  const list: Json[] = []
  const [value, close] = text[at] === '{' ? [map, '}'] : [list, ']']
  if (text[at + 1] === close) return { value, end: at + 2 }
  for (let from = at + 1; ; from += SEPARATOR.length) {
    const [written = '', key = ''] = value === map ? (matchAt(KEY, text, from) ?? []) : []
    if (value === map && (key === '' || key in map || isReserved(key))) return undefined
    const read = valueAt(text, from + written.length, depth + 1)
    if (read === undefined) return undefined
    if (value === map) map[key] = read.value
    else list.push(read.value)
    from = read.end
    if (text[from] === close) return { value, end: from + 1 }
    if (!text.startsWith(SEPARATOR, from)) return undefined
  }
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}

const SEPARATOR = ', '
const KEY = new RegExp(`(${PLAIN_KEY}): `, 'y')
const WORD = /"[^"\\]*"|'[^']*'|[^"'{}[\],:#][^"{}[\],:#]*/y
const DEEPEST = 20
