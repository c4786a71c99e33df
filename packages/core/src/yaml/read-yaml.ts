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
import type { Finding, MessageData } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import { type Place, placeAt } from '../model/place.ts'
import { FieldOffsets, type OffsetRange } from './field-places.ts'
import { lineFault } from './line-fault.ts'
import { type Masked, maskProse } from './unquoted-prose.ts'
import { type YamlFault, yamlFault } from './yaml-fault.ts'
import { yamlFinding } from './yaml-messages.ts'

export interface YamlValue {
  readonly value: Json
  readonly offsets: FieldOffsets
  readonly findings: readonly Finding[]
}

/** The longest text that is read. */
const MOST_UNITS = 2_000_000
/** A lone `\r` does not end a YAML comment: a line that editors show would be lost. */
const LONE_RETURN = /\r(?!\n)/
const MOST_FINDINGS = 500
export const DEEPEST_NESTING = 60

/**
 * Reads the YAML 1.2 between two offsets of a file. Anchors, aliases and tags are refused: they can
 * multiply without end. Only the first syntax error is reported: it may cause the others.
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
    offsets: new FieldOffsets(start),
    findings: [yamlFinding(message, path, at, {})],
  })
  if (end - start > MOST_UNITS) return refuse('tooLong', place(0, 0))
  // Values are slices of this copy, and do not hold the whole file.
  const written = ownCopy(text.slice(start, end))
  const deep = tooDeepIn(written)
  if (deep !== null) return refuse('tooDeep', place(deep, deep + 1))
  const lone = written.search(LONE_RETURN)
  if (lone >= 0) return refuse('loneReturn', place(lone, lone + 1))
  const masked = maskProse(path, written, start, lineStarts)
  try {
    return readMasked()
  } catch (error) {
    // Keys nested on one line, which `tooDeepIn` does not see.
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
      // A wrong indentation is masked by an equal one, which may be wrong again.
      const isEcho = masked.findings.some(
        ({ message }) => message === 'tabIndent' || message === 'blankIndent',
      )
      return {
        value: null,
        offsets: new FieldOffsets(start),
        findings: isEcho ? masked.findings : [...masked.findings, faultFinding(error)],
      }
    }
    const reader = new TreeReader(path, masked, start, place)
    const value = reader.read(parsed.contents, 0, '', null)
    return {
      value,
      offsets: reader.offsets,
      findings: [...masked.findings, ...reader.findings].slice(0, MOST_FINDINGS),
    }
  }

  function faultFinding({ code, pos, message }: YAMLError): Finding {
    const fault: YamlFault = yamlFault(masked.text, code, pos) ??
      lineFault(masked.text, code, pos[0]) ?? {
        message: code,
        start: pos[0],
        end: pos[1],
        data: { detail: message },
      }
    const edits =
      fault.replacement === undefined
        ? []
        : [{ path, start: start + fault.start, end: start + fault.end, text: fault.replacement }]
    return yamlFinding(fault.message, path, place(fault.start, fault.end), fault.data, edits)
  }
}

interface Item {
  readonly key: unknown
  readonly value: unknown
}

/** A class because one walk adds to offsets and findings. */
class TreeReader {
  readonly offsets: FieldOffsets
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
    this.offsets = new FieldOffsets(offset)
    this.#path = path
    this.#masked = masked
    this.#place = place
  }

  read(
    node: ParsedNode | Node | null,
    parent: number,
    name: string | number,
    key: OffsetRange | null,
    missingAt = 0,
  ): Json {
    if (node === null || !node.range) {
      this.offsets.add(parent, name, key, key ?? [missingAt, missingAt])
      return null
    }
    const [from, to] = node.range
    const range: OffsetRange = [from, to]
    const index = this.offsets.add(parent, name, key, to > from || key === null ? range : key)
    if (isAlias(node)) return this.#refuse('alias', range)
    if (node.tag !== undefined) this.#refuse('tag', range)
    if ('anchor' in node && node.anchor !== undefined) this.#refuse('anchor', range)
    if (isSeq(node))
      return node.items.map((item, at) => this.read(item as Node, index, at, null, from))
    if (isMap(node))
      return this.#readMap(
        node.items as readonly Item[],
        index,
        typeof name === 'number' && node.flow !== true,
      )
    if (!isScalar(node)) return null
    const raw = this.#masked.values.get(from)
    return raw ?? scalarOf(node.value)
  }

  #readMap(items: readonly Item[], index: number, isInList: boolean): Json {
    const map: Record<string, Json> = {}
    const first = isInList && isScalar(items[0]?.key) ? keyName(items[0].key) : null
    for (let at = 0; at < items.length; at++) {
      const { key, value } = items[at] as Item
      if (!(key as Node).range) continue
      const range = rangeOf(key)
      if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
        this.#refuse('oddKey', range)
        continue
      }
      const name = keyName(key)
      if (name === '__proto__') this.#refuse('proto', range)
      else if (at > 0 && name === first) {
        // The first key again: an item that lacks its dash.
        this.#lostDash(items, at, map)
        break
      } else if (Object.hasOwn(map, name)) this.#refuse('DUPLICATE_KEY', range, { key: name })
      else if (this.#isDecimal(value, items[at + 1])) {
        at++
        const [from, to] = [rangeOf(value)[0], rangeOf(items[at]?.key)[1]]
        this.offsets.add(index, name, range, [from, to])
        map[name] = this.#masked.text.slice(from, to)
      } else map[name] = this.read(value as Node | null, index, name, range)
    }
    return map
  }

  /** `{value: 4,10}`: in braces the comma ends the value and makes `10` a key. */
  #isDecimal(value: unknown, next: Item | undefined): boolean {
    if (next === undefined || next.value !== null || !isScalar(value)) return false
    return /^\d{1,20},\d{1,20}$/.test(
      this.#masked.text.slice(rangeOf(value)[0], rangeOf(next.key)[1]),
    )
  }

  // An item lacks its dash. Certain when the next key is repeated too.
  #lostDash(items: readonly Item[], at: number, map: Readonly<Record<string, Json>>): void {
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

  #refuse(message: string, [from, to]: OffsetRange, data: MessageData = {}): null {
    this.findings.push(yamlFinding(message, this.#path, this.#place(from, to), data))
    return null
  }
}

/** The range of a node, without the end of its line. */
function rangeOf(node: unknown): OffsetRange {
  const [from, to] = (node as Node | null | undefined)?.range ?? [0, 0]
  return [from, to]
}

/** The name of a key as written: `007` and `1e3` are ids, not numbers. */
export function keyName({ value, source }: Scalar): string {
  return typeof value === 'number' ? (source ?? String(value)) : String(value)
}

function scalarOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value === undefined ? null : String(value)
}

/** The offset at which brackets or indentation nest too deep, or null. */
function tooDeepIn(text: string): number | null {
  let open = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 91 || unit === 123) open++
    else if (unit === 93 || unit === 125) open = Math.max(0, open - 1)
    if (open > DEEPEST_NESTING) return at
  }
  const dashes = new RegExp(`^ *(?:[-?] +){${DEEPEST_NESTING},}`, 'm').exec(text)
  const indented = new RegExp(`^(?: {2}){${DEEPEST_NESTING * 2},}[^ \\n]`, 'm').exec(text)
  return dashes?.index ?? indented?.index ?? null
}
