import type { Json } from './document.ts'
import { readPlainFlow } from './read-plain-flow.ts'
import { MOST_UNITS } from './read-yaml.ts'

/**
 * Reads YAML that is as plain as what the tool itself writes: maps and lists of maps in blocks, words without quotes, whole numbers, a `>-`
 * block of one line, braces that hold nothing else. It gives what the reader of all YAML gives, ten times as fast, or `undefined` as soon as
 * anything is not that plain: a programme with a hundred thousand stances is read at each command.
 */
export function readPlainYaml(text: string): Json | undefined {
  if (text === '' || text.length > MOST_UNITS || ELSE.test(text)) return undefined
  const lines = text.split('\n')
  if (lines.pop() !== '') return undefined
  const root: Block = { indent: 0, map: {}, list: null }
  const open = [root]
  for (let at = 0; at < lines.length; at++) {
    const match = LINE.exec(lines[at] as string)
    if (match === null) return undefined
    const [, blank = '', dash = '', key = '', written = ''] = match
    const indent = blank.length + dash.length
    while (open.length > 1 && blank.length < (open.at(-1) as Block).indent) open.pop()
    if (dash !== '') {
      const { indent: expected, list } = open.at(-1) as Block
      if (list === null || expected !== blank.length) return undefined
      const map = {}
      list.push(map)
      open.push({ indent, map, list: null })
    }
    const { indent: expected, map, list } = open.at(-1) as Block
    if (list !== null || indent !== expected || indent > DEEPEST || key in map || RESERVED.has(key)) return undefined
    const below = indentOf(lines[at + 1])
    if (written === '>-') {
      const line = lines[++at] ?? ''
      if (!isLoneLine(line, lines[at + 1], indent + 2)) return undefined
      map[key] = line.slice(indent + 2)
    } else if (written === '' && below > indent) {
      if (below !== indent + 2) return undefined
      const inner: Block = { indent: below, map: {}, list: lines[at + 1]?.startsWith('- ', below) ? [] : null }
      map[key] = inner.list ?? inner.map
      open.push(inner)
    } else {
      const value = written === '' ? null : scalarOf(written)
      if (value === undefined || below > indent || (written === '' && lines[at + 1]?.startsWith('- ', below))) return undefined
      map[key] = value
    }
  }
  return root.map
}

/** What is being read: a map, or a list of maps. */
interface Block {
  readonly indent: number
  readonly map: Record<string, Json>
  readonly list: Json[] | null
}

const LINE = /^( *)(- )?([a-z][a-z0-9-]*):(?: (\S.*))?$/
// Letters and signs of French and English, and nothing that YAML or a screen might take for something else.
const ELSE = /[^\n\x20-\x7E\u00A0-\u024F\u2013\u2014\u2018-\u201E\u2026\u202F\u2039\u203A\u20AC]/
const DEEPEST = 40
const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null'])
// Words that begin with a letter, and hold no sign that means something to YAML.
const WORDS = /^[A-Za-z\u00C0-\u024F][^#:"'{}[\],&*!|>%@`]*(?<! )$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NUMBER = /^(?:0|[1-9]\d{0,14})$/

function scalarOf(written: string): Json | undefined {
  if (NUMBER.test(written)) return Number(written)
  if (DAY.test(written)) return written
  if (written.startsWith('{')) return readPlainFlow(written)
  return WORDS.test(written) && !RESERVED.has(written.toLowerCase()) ? written : undefined
}

function isLoneLine(line: string, next: string | undefined, indent: number): boolean {
  return indentOf(line) === indent && !line.endsWith(' ') && line.length > indent && indentOf(next) < indent && next !== ''
}

function indentOf(line: string | undefined): number {
  return line === undefined ? -1 : line.length - line.trimStart().length
}
