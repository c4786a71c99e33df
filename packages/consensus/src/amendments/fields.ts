import {
  type Document,
  escapePointer,
  type Fields,
  fieldsOf,
  type Json,
  withText,
} from '@cahier/core'
import { splitFrontMatter } from '@cahier/prose'
import canonicalize from 'canonicalize'
import { isMap, parseDocument } from 'yaml'

/** The fields that an amendment may change. */
export const AMENDABLE: readonly string[] = [
  'title',
  'summary',
  'question',
  'horizon',
  'scale',
  'action',
  'impacts',
  'requests',
  'requires',
  'proposals',
]

/** The value of a field, given as `title` or `requests.partis`. */
export function fieldIn(fields: Fields, field: string): Json | undefined {
  const [key = '', inner] = field.split('.')
  const value = fields[key]
  return inner === undefined ? value : fieldsOf(value)[inner]
}

/** The same front matter with one field set; null deletes it. */
export function withFieldIn(fields: Fields, field: string, value: Json): Fields {
  const [key = '', inner] = field.split('.')
  if (inner === undefined) return put(fields, key, value)
  const requests = put(fieldsOf(fields[key]), inner, value)
  return put(fields, key, Object.keys(requests).length === 0 ? null : requests)
}

function put(fields: Fields, key: string, value: Json): Fields {
  if (value !== null) return { ...fields, [key]: value }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
}

/** A document's text with one field set (null deletes the field). Other bytes stay if possible. */
export function withField(
  document: Document,
  field: string,
  value: string | readonly string[] | null,
): string {
  const wanted = canonicalize(tidy(withFieldIn(fieldsOf(document.head), field, value as Json)))
  for (const text of waysOfWriting(document, field, value)) {
    const again = withText(document, text)
    const worse = again.findings.length > document.findings.length
    if (!worse && canonicalize(tidy(fieldsOf(again.head))) === wanted) return text
  }
  return reprinted(document, field, value)
}

// Trims strings, since a block scalar may end with a line end.
function tidy(value: Json): Json {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map((item) => tidy(item as Json))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)]))
}

function* waysOfWriting(
  document: Document,
  field: string,
  value: string | readonly string[] | null,
): Generator<string> {
  const { text, places } = document
  const keys = field.split('.')
  const place = places[`/${keys.map(escapePointer).join('/')}`]
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  if (place === undefined || place.key === null) {
    if (value !== null) yield* additions(document, keys, value, eol)
    return
  }
  const [start, end] = [place.value.start.offset, place.value.end.offset]
  if (value === null) {
    yield* removals(text, place.key.start.offset, end)
    return
  }
  const raw = text.slice(start, end)
  const old = fieldIn(fieldsOf(document.head), field)
  if (typeof value === 'string' && typeof old === 'string') {
    const patched = patchedRaw(raw, old, value)
    if (patched !== null) yield text.slice(0, start) + patched + text.slice(end)
  }
  const tail = /(?:\r?\n[ \t]*)*$/.exec(/(?<![ \t\r\n])[ \t\r\n]*$/.exec(raw)?.[0] ?? '')?.[0] ?? ''
  for (const way of scalars(value, raw)) yield text.slice(0, start) + way + tail + text.slice(end)
}

/** Ways to write a value on one line, in order of preference. */
function scalars(value: string | readonly string[], before = ''): readonly string[] {
  if (typeof value !== 'string') return [`[${value.join(', ')}]`, JSON.stringify(value)]
  if (before.startsWith("'")) return [`'${value.replaceAll("'", "''")}'`, JSON.stringify(value)]
  return before.startsWith('"') ? [JSON.stringify(value)] : [value, JSON.stringify(value)]
}

/** The source of a value after its change to `young`; null when an escape precedes the change. */
function patchedRaw(raw: string, old: string, young: string): string | null {
  let head = 0
  while (head < Math.min(old.length, young.length) && old[head] === young[head]) head += 1
  let tail = 0
  while (
    tail < Math.min(old.length, young.length) - head &&
    old.at(-1 - tail) === young.at(-1 - tail)
  )
    tail += 1
  const from = rawOffset(raw, old, head)
  const to = rawOffset(raw, old, old.length - tail)
  return from === null || to === null
    ? null
    : raw.slice(0, from) + young.slice(head, young.length - tail) + raw.slice(to)
}

/** Converts an offset in a value to an offset in its source. Null after an escape sequence. */
function rawOffset(raw: string, value: string, offset: number): number | null {
  let at = /^(?:[>|][-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n[ \t]*|["'])?/.exec(raw)?.[0].length ?? 0
  for (let index = 0; index < offset; index++) {
    if (/\s/.test(value.charAt(index))) {
      const blank = /^\s+/.exec(raw.slice(at))?.[0] ?? ''
      if (blank === '') return index >= value.trimEnd().length ? at : null
      at += /\n/.test(blank) || value.charAt(index) !== ' ' ? blank.length : 1
    } else if (raw[at] === value[index]) at += 1
    else return null
  }
  return at
}

function* additions(
  document: Document,
  keys: readonly string[],
  value: string | readonly string[],
  eol: string,
): Generator<string> {
  const { text, places } = document
  const [key = '', inner] = keys
  const end = splitFrontMatter(text).head?.end ?? 0
  const map = places[`/${escapePointer(key)}`]?.value
  for (const way of scalars(value)) {
    if (inner === undefined) yield `${text.slice(0, end)}${key}: ${way}${eol}${text.slice(end)}`
    else if (map === undefined)
      yield `${text.slice(0, end)}${key}:${eol}  ${inner}: ${way}${eol}${text.slice(end)}`
    else if (text[map.start.offset] === '{') {
      const close = map.end.offset - 1
      const open = text.slice(map.start.offset + 1, close).trim() === '' ? '' : ', '
      yield `${text.slice(0, close).trimEnd()}${open}${inner}: ${way}${text.slice(close)}`
    } else {
      const indent = text.slice(text.lastIndexOf('\n', map.start.offset) + 1, map.start.offset)
      const last = text.slice(0, map.end.offset).trimEnd().length
      yield `${text.slice(0, last)}${eol}${indent}${inner}: ${way}${text.slice(last)}`
    }
  }
}

function* removals(text: string, start: number, end: number): Generator<string> {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', text.slice(0, end).trimEnd().length)
  yield text.slice(0, lineStart) + text.slice(next < 0 ? text.length : next + 1)
  yield text.slice(0, start).replace(/,\s*$/, '') + text.slice(end)
  yield text.slice(0, start) + text.slice(end).replace(/^\s*,\s*/, '')
}

// The last resort: the front matter is printed anew; comments stay.
function reprinted(
  { text }: Document,
  field: string,
  value: string | readonly string[] | null,
): string {
  const { head } = splitFrontMatter(text)
  if (head === null) throw new RangeError('a field is set in a head')
  const tree = parseDocument(text.slice(head.start, head.end))
  const path = field.split('.')
  if (value === null) tree.deleteIn(path)
  else tree.setIn(path, tree.createNode(value))
  const [key = ''] = path
  const map = tree.get(key)
  if (isMap(map) && map.items.length === 0) tree.delete(key)
  return (
    text.slice(0, head.start) +
    tree.toString({ lineWidth: 0, flowCollectionPadding: false }) +
    text.slice(head.end)
  )
}
