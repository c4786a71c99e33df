import { ownCopy } from '@cahier/prose'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml'
import type { Json } from '../model/document.ts'
import type { Finding, MessageData } from '../model/finding.ts'
import { type Place, placeAt } from '../model/place.ts'
import { FieldSpans, type Span } from './field-places.ts'
import { type Masked, maskProse } from './unquoted-prose.ts'
import { yamlFault } from './yaml-fault.ts'
import { yamlFinding } from './yaml-messages.ts'

/** A stretch of YAML once read. */
export interface YamlValue {
  readonly value: Json
  readonly spans: FieldSpans
  readonly findings: readonly Finding[]
}

/**
 * More than any honest file of a programme holds, in UTF-16 units; a longer one is refused before
 * it costs anything.
 */
const MOST_UNITS = 2_000_000
/** A comment goes on after it, and hides the line that everybody else sees below. */
const LONE_RETURN = /\r(?!\n)/
/** What a head can hold of remarks before nobody reads them. */
const MOST_FINDINGS = 500
/** How many values may stand inside of each other. */
export const DEEPEST = 60

/**
 * Reads the YAML 1.2 between two offsets of a file. Anchors, aliases and tags are refused: no file
 * of a programme needs them and bombs are made of them. So is a lone carriage return: it ends a
 * line for people, and none for YAML. At most one syntax error is reported, the first: what follows
 * it is guesswork.
 */
export function readYaml(
  path: string,
  text: string,
  lineStarts: readonly number[],
  start = 0,
  end = text.length,
): YamlValue {
  const place = (from: number, to: number) => placeAt(lineStarts, start + from, start + to)
  const refuse = (message: string, at: Place): YamlValue => ({
    value: null,
    spans: new FieldSpans(start),
    findings: [yamlFinding(message, path, at, {})],
  })
  if (end - start > MOST_UNITS) return refuse('tooLong', place(0, 0))
  // The values cut out of it keep it, and not the whole text.
  const written = ownCopy(text.slice(start, end))
  const deep = tooDeepIn(written)
  if (deep !== null) return refuse('tooDeep', place(deep, deep + 1))
  const lone = written.search(LONE_RETURN)
  if (lone >= 0) return refuse('loneReturn', place(lone, lone + 1))
  const masked = maskProse(path, written, start, lineStarts)
  try {
    return readMasked()
  } catch (error) {
    // A key that is the value of a key, on one line, thousands of times: neither brackets nor
    // indentation tell.
    if (error instanceof RangeError) return refuse('tooDeep', place(0, 1))
    throw error
  }

  function readMasked(): YamlValue {
    const parsed = parseDocument(masked.text, {
      keepSourceTokens: false,
      prettyErrors: false,
      uniqueKeys: false,
      version: '1.2',
      schema: 'core',
    })
    const [error] = parsed.errors
    if (error !== undefined) {
      // A wrong indentation, once replaced by one of the same length, still upsets what follows.
      const isEcho = masked.findings.some(
        ({ message }) => message === 'tabIndent' || message === 'blankIndent',
      )
      return {
        value: null,
        spans: new FieldSpans(start),
        findings: isEcho ? masked.findings : [...masked.findings, faultFinding(error)],
      }
    }
    const reader = new TreeReader(path, masked, start, place)
    const value = reader.read(parsed.contents, 0, '', null)
    return {
      value,
      spans: reader.spans,
      findings: [...masked.findings, ...reader.findings].slice(0, MOST_FINDINGS),
    }
  }

  function faultFinding({ code, pos, message }: YAMLError): Finding {
    const fault = yamlFault(masked.text, code, pos, message)
    const edits =
      fault.mended === undefined
        ? []
        : [{ path, start: start + fault.start, end: start + fault.end, text: fault.mended }]
    return yamlFinding(fault.message, path, place(fault.start, fault.end), fault.data, edits)
  }
}

/** A key of a map and what it holds, as the reader of YAML gives them. */
interface Item {
  readonly key: unknown
  readonly value: unknown
}

/** A class because it carries three growing results through one walk. */
class TreeReader {
  readonly spans: FieldSpans
  readonly findings: Finding[] = []
  readonly #path: string
  readonly #masked: Masked
  readonly #offset: number
  readonly #place: (from: number, to: number) => Place

  constructor(
    path: string,
    masked: Masked,
    offset: number,
    place: (from: number, to: number) => Place,
  ) {
    this.#offset = offset
    this.spans = new FieldSpans(offset)
    this.#path = path
    this.#masked = masked
    this.#place = place
  }

  read(
    node: ParsedNode | Node | null,
    parent: number,
    name: string | number,
    key: Span | null,
    missingAt = 0,
  ): Json {
    if (node === null || !node.range) {
      this.spans.add(parent, name, key, key ?? [missingAt, missingAt])
      return null
    }
    const [from, to] = node.range
    const span: Span = [from, to]
    const rank = this.spans.add(parent, name, key, to > from || key === null ? span : key)
    if (isAlias(node)) return this.#refuse('alias', span)
    if (node.tag !== undefined) this.#refuse('tag', span)
    if ('anchor' in node && node.anchor !== undefined) this.#refuse('anchor', span)
    if (isSeq(node))
      return node.items.map((item, index) => this.read(item as Node, rank, index, null, from))
    if (isMap(node))
      return this.#readMap(
        node.items as readonly Item[],
        rank,
        typeof name === 'number' && node.flow !== true,
      )
    if (!isScalar(node)) return null
    const raw = this.#masked.values.get(from)
    return raw ?? scalarOf(node.value)
  }

  #readMap(items: readonly Item[], rank: number, isInList: boolean): Json {
    const map: Record<string, Json> = {}
    const first = isInList && isScalar(items[0]?.key) ? keyName(items[0].key) : null
    for (let at = 0; at < items.length; at++) {
      const { key, value } = items[at] as Item
      const { range } = key as Node
      if (!range) continue
      const span: Span = [range[0], range[1]]
      if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
        this.#refuse('oddKey', span)
        continue
      }
      const name = keyName(key)
      if (name === '__proto__') this.#refuse('proto', span)
      else if (at > 0 && name === first) {
        // The next item begins with the same key, and lost its dash: what follows is its own.
        this.#loseDash(items, at, map)
        break
      } else if (Object.hasOwn(map, name)) this.#refuse('DUPLICATE_KEY', span, { key: name })
      else if (this.#isDecimal(value, items[at + 1])) {
        at++
        const [from, to] = [rangeOf(value)[0], rangeOf(items[at]?.key)[1]]
        this.spans.add(rank, name, span, [from, to])
        map[name] = this.#masked.text.slice(from, to)
      } else map[name] = this.read(value as Node | null, rank, name, span)
    }
    return map
  }

  /** `{value: 4,10}`: between braces that comma ends the value, and makes a key of what follows. */
  #isDecimal(value: unknown, next: Item | undefined): boolean {
    if (next === undefined || next.value !== null || !isScalar(value)) return false
    return /^\d{1,20},\d{1,20}$/.test(
      this.#masked.text.slice(rangeOf(value)[0], rangeOf(next.key)[1]),
    )
  }

  // A key that comes twice may be a slip of another kind, unless the one after it does so too.
  #loseDash(items: readonly Item[], at: number, map: Readonly<Record<string, Json>>): void {
    const { text, values } = this.#masked
    const [{ key, value }, after] = [items[at] as Item, items[at + 1]?.key]
    const [name, [from, to], [begins, end]] = [keyName(key as Scalar), rangeOf(key), rangeOf(value)]
    const isSure = isScalar(after) && Object.hasOwn(map, keyName(after))
    const first = rangeOf(items[0]?.key)[0]
    const edits =
      isSure && text.slice(first - 2, first) === '- ' && text.slice(from - 2, from) === '  '
        ? [
            {
              path: this.#path,
              start: this.#offset + from - 2,
              end: this.#offset + from,
              text: '- ',
            },
          ]
        : []
    const written = text.slice(begins, end)
    const line = `- ${name}: ${written === '' || values.has(begins) || written.includes('\n') ? '…' : written}`
    this.findings.push(
      yamlFinding(
        'lostDash',
        this.#path,
        this.#place(from, Math.max(to, end)),
        { key: name, line },
        edits,
      ),
    )
  }

  #refuse(message: string, [from, to]: Span, data: MessageData = {}): null {
    this.findings.push(yamlFinding(message, this.#path, this.#place(from, to), data))
    return null
  }
}

/** Where a node stands, without what ends its line. */
function rangeOf(node: unknown): Span {
  const [from, to] = (node as Node | null | undefined)?.range ?? [0, 0]
  return [from, to]
}

/**
 * The name that a key is. One that YAML takes for a number is what is written: `007` and `1e3` are
 * ids like others.
 */
export function keyName({ value, source }: Scalar): string {
  return typeof value === 'number' ? (source ?? String(value)) : String(value)
}

function scalarOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value === undefined ? null : String(value)
}

/**
 * Where a text nests deeper than it is read, or `null`. Counted on brackets and indentation alone:
 * enough to keep the reader's recursion shallow.
 */
function tooDeepIn(text: string): number | null {
  let open = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 91 || unit === 123) open++
    else if (unit === 93 || unit === 125) open = Math.max(0, open - 1)
    if (open > DEEPEST) return at
  }
  const dashes = new RegExp(`^ *(?:[-?] +){${DEEPEST},}`, 'm').exec(text)
  const indented = new RegExp(`^(?: {2}){${DEEPEST * 2},}[^ \\n]`, 'm').exec(text)
  return dashes?.index ?? indented?.index ?? null
}
