import { ownCopy } from '@cahier/prose'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml'
import type { Finding, MessageData } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import { FieldOffsets, type OffsetRange } from './field-places.ts'
import { maskProse } from './unquoted-prose.ts'
import { type YamlFault, yamlFault } from './yaml-fault.ts'
import { yamlFinding } from './yaml-messages.ts'

export interface YamlValue {
  readonly value: Json
  readonly offsets: FieldOffsets
  readonly findings: readonly Finding[]
}

// The longest text that is read, in UTF-16 units.
const MOST_UNITS = 2_000_000
// Editors end a line at a lone `\r`, but a YAML comment continues after it.
const LONE_RETURN = /\r(?!\n)/
const MOST_FINDINGS = 500
export const DEEPEST_NESTING = 60

/**
 * Reads the YAML 1.2 between two offsets of a file. Anchors, aliases and tags are refused: aliases
 * can expand without end. Only the first syntax error is reported: it may cause the next ones.
 */
export function readYaml(
  path: string,
  text: string,
  lineStarts: readonly number[],
  start = 0,
  end = text.length,
): YamlValue {
  const offsets = new FieldOffsets(start)
  const found = (fault: YamlFault) => yamlFinding(fault, path, lineStarts, start)
  const refuse = (message: string, at = 0, length = 1): YamlValue => ({
    value: null,
    offsets: new FieldOffsets(start),
    findings: [found({ message, start: at, end: at + length })],
  })
  if (end - start > MOST_UNITS) return refuse('tooLong', 0, 0)
  // Values are slices of this copy, so that they do not keep the whole file in memory.
  const written = ownCopy(text.slice(start, end))
  const deep = tooDeepIn(written)
  if (deep !== null) return refuse('tooDeep', deep)
  const lone = written.search(LONE_RETURN)
  if (lone >= 0) return refuse('loneReturn', lone)
  const masked = maskProse(written)
  try {
    const parsed = parseDocument(masked.text, {
      keepSourceTokens: false,
      prettyErrors: false,
      uniqueKeys: false,
      version: '1.2',
      schema: 'core',
    })
    const [error] = parsed.errors
    const faults = [...masked.faults]
    // After a finding on tabs, a syntax error is probably the same mistake.
    const isEcho = faults.some(({ message }) => /^tabIndents?$/.test(message))
    if (error !== undefined && !isEcho) faults.push(faultOf(error, masked.text))
    const value =
      error === undefined ? readTree(parsed.contents, masked.values, offsets, faults) : null
    return { value, offsets, findings: faults.slice(0, MOST_FINDINGS).map(found) }
  } catch (error) {
    // `tooDeepIn` does not find keys nested on one line, as in `{a: b: c: d}`.
    if (error instanceof RangeError) return refuse('tooDeep')
    throw error
  }
}

function faultOf({ code, pos: [start, end], message: detail }: YAMLError, text: string): YamlFault {
  return yamlFault(text, code, start) ?? { message: code, start, end, data: { detail } }
}

// Adds field places to `offsets` and errors to `faults`. `masked` maps an offset to the sentence
// that `x` letters replaced there before parsing.
function readTree(
  contents: Node | null,
  masked: ReadonlyMap<number, string>,
  offsets: FieldOffsets,
  faults: YamlFault[],
): Json {
  return read(contents, 0, '', null, 0)

  function read(
    node: Node | null,
    parent: number,
    name: string | number,
    key: OffsetRange | null,
    missingAt: number,
  ): Json {
    if (node === null || !node.range) {
      offsets.add(parent, name, key, key ?? [missingAt, missingAt])
      return null
    }
    const range = rangeOf(node)
    const [from, to] = range
    const index = offsets.add(parent, name, key, to > from || key === null ? range : key)
    if (isAlias(node)) return refuse('alias', range)
    if (node.tag !== undefined) refuse('tag', range)
    if ('anchor' in node && node.anchor !== undefined) refuse('anchor', range)
    if (isSeq<Node>(node)) return node.items.map((item, at) => read(item, index, at, null, from))
    if (isMap<Node, Node | null>(node)) return readMap(node.items, index)
    return isScalar(node) ? (masked.get(from) ?? scalarOf(node.value)) : null
  }

  function readMap(items: readonly Pair<Node, Node | null>[], index: number): Json {
    const map: Record<string, Json> = {}
    for (const { key, value } of items) {
      if (!key.range) continue
      const range = rangeOf(key)
      if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
        refuse('oddKey', range)
        continue
      }
      const name = keyName(key)
      if (name === '__proto__') refuse('proto', range)
      else if (Object.hasOwn(map, name)) refuse('DUPLICATE_KEY', range, { key: name })
      else map[name] = read(value, index, name, range, 0)
    }
    return map
  }

  function refuse(message: string, [start, end]: OffsetRange, data: MessageData = {}): null {
    faults.push({ message, start, end, data })
    return null
  }
}

// The start and end of a node, without the blanks after it.
function rangeOf({ range }: Node): OffsetRange {
  const [from, to] = range ?? [0, 0]
  return [from, to]
}

/** The name of a key, as written: `007` and `1e3` are ids, not numbers. */
export function keyName({ value, source }: Scalar): string {
  return typeof value === 'number' ? (source ?? String(value)) : String(value)
}

function scalarOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value === undefined ? null : String(value)
}

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
