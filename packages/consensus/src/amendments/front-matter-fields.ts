import {
  type Document,
  escapePointer,
  type Fields,
  fieldsOf,
  type Json,
  keyName,
  withText,
} from '@cahier/core'
import { splitFrontMatter } from '@cahier/prose'
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, stringify, YAMLMap } from 'yaml'

export const AMENDABLE_FIELDS: readonly string[] = [
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

/** The value of a field, named `title` or, for an entry of a map, `requests.partis`. */
export function fieldIn(fields: Fields, field: string): Json | undefined {
  const [key = '', inner] = field.split('.')
  const value = fields[key]
  return inner === undefined ? value : fieldsOf(value)[inner]
}

/** The same front matter with one field set; null deletes the field. */
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

/**
 * A document's text with one field set (null deletes the field). Other fields keep their bytes,
 * unless front matter in braces is reprinted.
 */
export function withField(
  document: Document,
  field: string,
  value: string | readonly string[] | null,
): string {
  return patchedText(document, field, value) ?? reprintedText(document.text, field, value)
}

/**
 * The text with only the changed words replaced, which keeps the quotes and line breaks of the
 * field. Null when this is not possible.
 */
function patchedText(document: Document, field: string, value: unknown) {
  const place = document.places[`/${field.split('.').map(escapePointer).join('/')}`]
  const old = fieldIn(fieldsOf(document.head), field)
  if (place === undefined || typeof value !== 'string' || typeof old !== 'string') return null
  const [start, end] = [place.value.start.offset, place.value.end.offset]
  const patched = patchedRaw(document.text.slice(start, end), old, value)
  if (patched === null) return null
  const text = document.text.slice(0, start) + patched + document.text.slice(end)
  const again = withText(document, text)
  const isWorse = again.findings.length > document.findings.length
  return isWorse || fieldIn(fieldsOf(again.head), field) !== value ? null : text
}

function patchedRaw(raw: string, old: string, young: string) {
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

/** Converts an offset in a value to one in its YAML source. Null after an escape sequence. */
function rawOffset(raw: string, value: string, offset: number) {
  // Skips an opening quote, or the first line of a block (`>-`).
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

// Prints one key of the front matter again. Front matter in braces is printed again whole.
function reprintedText(text: string, field: string, value: string | readonly string[] | null) {
  const { head } = splitFrontMatter(text)
  if (head === null) throw new RangeError('a field is set in a front matter')
  const written = text.slice(head.start, head.end)
  const tree = parseDocument(written)
  const path = field.split('.')
  const [key = '', inner] = path
  const pairOf = () => (isMap(tree.contents) ? tree.contents.items : []).find(isOfKey)
  const isOfKey = ({ key: one }: Pair) => String(isScalar(one) ? keyName(one) : one) === key
  const [old, before] = [pairOf(), tree.getIn(path, true)]
  const rangeOf = (node: unknown) => (isNode(node) ? node.range : undefined) ?? []
  const [start = written.length] = rangeOf(old?.key)
  const [, , end = written.length] = rangeOf(old?.value)
  if (inner !== undefined && !isMap(tree.get(key))) tree.set(key, tree.createNode({}))
  if (value === null) tree.deleteIn(path)
  else if (typeof value === 'string') tree.setIn(path, value)
  else {
    const list = isSeq(before) ? before : null
    // An entry that stays keeps its comment.
    const entries = value.map(
      (entry) => list?.items.find((one) => isScalar(one) && one.value === entry) ?? entry,
    )
    const flow = list === null || list.flow === true
    const comment = isNode(before) ? before.comment : null
    tree.setIn(path, Object.assign(tree.createNode(entries, { flow }), { comment }))
  }
  const map = tree.get(key)
  if (isMap(map) && map.items.length === 0) tree.delete(key)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const inPlace = (from: number, to: number, node: unknown) =>
    text.slice(0, head.start + from) +
    (node === null ? '' : stringify(node, WRITING).replace(/\n/g, eol)) +
    text.slice(head.start + to)
  if (isMap(tree.contents) && tree.contents.flow) return inPlace(0, written.length, tree)
  const pair = pairOf() ?? null
  // A comment above the key stays where it is.
  if (isNode(pair?.key)) Object.assign(pair.key, { commentBefore: null, spaceBefore: false })
  return inPlace(start, end, pair && Object.assign(new YAMLMap(tree.schema), { items: [pair] }))
}

const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const
