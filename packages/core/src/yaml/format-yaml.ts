import { isDeepStrictEqual } from 'node:util'
import { byCodeUnits } from '@cahier/prose'
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, visit } from 'yaml'
import type { KeyOrder } from './key-order.ts'
import { keyName } from './read-yaml.ts'

/**
 * Formats YAML: keys in order, two spaces a level, no trailing blanks. Comments move with the entry
 * below them. A text with errors is returned unchanged, and so is one whose values would change.
 */
export function formatYaml(text: string, order: KeyOrder): string {
  const once = rewritten(text, order)
  const twice = rewritten(once, order)
  // A comment after a key without a value may move at each pass. Then the text is unchanged.
  return twice === once || rewritten(twice, order) === twice ? twice : text
}

function rewritten(text: string, order: KeyOrder) {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const parsed = read(source)
  // Aliases can expand without end.
  if (parsed === null || hasNode(parsed, isAlias)) return text
  if ((!isMap(parsed.contents) && !isSeq(parsed.contents)) || parsed.contents.flow === true)
    return text
  const { lead, entries } = entriesOf(source, startsOf(parsed.contents))
  const named = entries.map((entry, index) => ({ entry, key: keyAt(parsed.contents, index) }))
  const rank = (key: string) =>
    order.keys.includes(key) ? order.keys.indexOf(key) : order.keys.length
  const ordered =
    isMap(parsed.contents) && order.keys.length > 0
      ? named.toSorted((a, b) => rank(a.key) - rank(b.key))
      : named
  const done =
    lead +
    ordered
      .map(({ entry, key }) => (key === order.sorted ? sortedEntry(entry) : formattedEntry(entry)))
      .join('')
  const canonical = `${done.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`
  return sameValues(source, canonical) && commentsOf(source) === commentsOf(canonical)
    ? canonical
    : text
}

function read(source: string) {
  const parsed = parseDocument(source, { version: '1.2', schema: 'core' })
  return parsed.errors.length > 0 ? null : parsed
}

function hasNode(parsed: ReturnType<typeof read>, isIt: (node: unknown) => boolean) {
  let found = false
  visit(parsed, (_, node) => {
    found ||= isIt(node)
  })
  return found
}

function startsOf(node: ParsedNode): readonly number[] {
  if (isMap(node)) return node.items.map(({ key }) => (key as ParsedNode).range[0])
  return isSeq(node) ? node.items.map((item) => (item as ParsedNode).range[0]) : []
}

function keyAt(node: ParsedNode | null, index: number) {
  const key = isMap(node) ? node.items[index]?.key : undefined
  return isScalar(key) ? keyName(key) : ''
}

interface Entries {
  /** What comes before the first entry and its own comments. */
  readonly lead: string
  readonly entries: readonly string[]
}

// Cuts a text into entries, each with the comments right above it.
function entriesOf(source: string, starts: readonly number[]): Entries {
  const lines = starts.map((start) => source.lastIndexOf('\n', start - 1) + 1)
  const begins = lines.map((line, index) => {
    const floor = index === 0 ? 0 : (lines[index - 1] as number) + 1
    let begin = line
    for (
      let above = source.lastIndexOf('\n', begin - 2) + 1;
      begin > floor && above >= floor;
      above = source.lastIndexOf('\n', begin - 2) + 1
    ) {
      if (!/^[ \t]*#(?! ?yaml-language-server)/.test(source.slice(above, begin))) break
      begin = above
    }
    return begin
  })
  const entries = begins.map((begin, index) => {
    const entry = source.slice(begin, begins[index + 1])
    return entry.endsWith('\n') ? entry : `${entry}\n`
  })
  return { lead: source.slice(0, begins[0]), entries }
}

function formattedEntry(entry: string) {
  const parsed = read(entry)
  const isLong = (node: unknown) =>
    isScalar(node) &&
    entry
      .slice(...(node.range ?? [0, 0]))
      .trimEnd()
      .includes('\n')
  // The package `yaml` would fold a text of several lines.
  if (parsed === null || hasNode(parsed, isLong)) return entry
  const tail = /(?<!\n)\n*$/.exec(entry)?.[0] ?? ''
  const written = `${parsed.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()}${tail || '\n'}`
  return sameValues(entry, written) && commentsOf(entry) === commentsOf(written) ? written : entry
}

function sortedEntry(entry: string) {
  const parsed = read(entry)
  const inner = isMap(parsed?.contents) ? parsed.contents.items[0]?.value : null
  if (!isMap(inner) || inner.flow === true) return formattedEntry(entry)
  const { lead, entries } = entriesOf(entry, startsOf(inner as ParsedNode))
  const names = entries.map((one, index) => ({ one, name: keyAt(inner as ParsedNode, index) }))
  return (
    lead +
    names
      .toSorted((a, b) => byCodeUnits(a.name, b.name))
      .map(({ one }) => one)
      .join('')
  )
}

// Whether two texts have the same values, whatever the order of keys.
function sameValues(before: string, after: string) {
  const [old, young] = [read(before), read(after)]
  try {
    const asMap = { mapAsMap: true }
    return old !== null && isDeepStrictEqual(old.toJS(asMap), young?.toJS(asMap))
  } catch {
    return false
  }
}

// The comments, sorted since entries may have moved.
function commentsOf(source: string) {
  return [...source.matchAll(/(?:^|\s)#[^\n]*/g)]
    .map(([comment]) => comment.trim())
    .sort()
    .join('\n')
}
