import type { Json } from '../document.ts'
import { readPlainFlow } from './read-plain-flow.ts'
import { isReserved, PLAIN_KEY, readPlainWord } from './read-plain-word.ts'
import { MOST_UNITS } from './read-yaml.ts'
import { isProseKey } from './unquoted-prose.ts'

/**
 * Reads YAML that is as plain as what the tool itself writes, and as most heads are: maps and lists
 * in blocks, words, quotations of one line, numbers, `>-` blocks of one paragraph, braces and
 * brackets that hold nothing else, comments at the margin. It gives what the reader of all YAML
 * gives, ten times as fast, or `undefined` as soon as anything is not that plain: a programme with
 * a hundred thousand stances is read at each command.
 */
export function readPlainYaml(text: string): Json | undefined {
  if (text === '' || text.length > MOST_UNITS || ELSE.test(text)) return undefined
  const lines = withoutMargin(text.split('\n'))
  if (lines.length < 2 || lines.pop() !== '') return undefined
  const root: Block = { indent: 0, map: {}, list: lines[0]?.startsWith('- ') ? [] : null }
  const open = [root]
  let top = ''
  for (let at = 0; at < lines.length; at++) {
    const match = LINE.exec(lines[at] as string) ?? ITEM.exec(lines[at] as string)
    if (match === null) return undefined
    const [, blank = '', dash = '', key = '', written = ''] = match
    const indent = blank.length + dash.length
    while (open.length > 1 && blank.length < (open.at(-1) as Block).indent) open.pop()
    if (dash !== '') {
      const { indent: expected, list } = open.at(-1) as Block
      if (list === null || expected !== blank.length) return undefined
      if (key === '') {
        const item = valueIn(written)
        if (item === undefined || indentOf(lines[at + 1]) > blank.length) return undefined
        list.push(item)
        continue
      }
      const map = {}
      list.push(map)
      open.push({ indent, map, list: null })
    }
    const { indent: expected, map, list } = open.at(-1) as Block
    if (list !== null || indent !== expected || indent > DEEPEST || key in map || isReserved(key))
      return undefined
    if (indent === 0) top = key
    const below = indentOf(lines[at + 1])
    if (written === '>-') {
      const paragraph = paragraphAt(lines, at + 1, indent + 2)
      if (paragraph === undefined) return undefined
      map[key] = paragraph.join(' ')
      at += paragraph.length
    } else if (written === '' && below > indent) {
      if (below !== indent + 2) return undefined
      const inner: Block = {
        indent: below,
        map: {},
        list: lines[at + 1]?.startsWith('- ', below) ? [] : null,
      }
      map[key] = inner.list ?? inner.map
      open.push(inner)
    } else {
      // A sentence that begins with a bracket is one that somebody forgot to quote.
      const isSentence = FLOW.test(written) && isProseKey(key, top, indent > 0)
      const value = written === '' ? null : isSentence ? undefined : valueIn(written)
      if (
        value === undefined ||
        below > indent ||
        (written === '' && lines[at + 1]?.startsWith('- ', below))
      )
        return undefined
      map[key] = value
    }
  }
  return root.list ?? root.map
}

/** What is being read: a map, or a list. */
interface Block {
  readonly indent: number
  readonly map: Record<string, Json>
  readonly list: Json[] | null
}

const LINE = new RegExp(`^( *)(- )?(${PLAIN_KEY}):(?: (\\S.*))?$`)
// An entry of a list that is no map in a block, nor could have been meant as one: there is no key.
const ITEM = /^( *)(- )()(["'{[].*|[^\s:][^:]*)$/
const FLOW = /^[{[]/
// Letters and signs of French and English, and nothing that YAML or a screen might take for
// something else.
const ELSE =
  /[^\n\x20-\x7E\u00A0-\u024F\u2013\u2014\u2018-\u201E\u2026\u202F\u2039\u203A\u2082\u20AC\u2190-\u2193\u2212\u2248\u2264\u2265]/
const DEEPEST = 40

// Comments at the margin and empty lines end whatever is open, and are nothing themselves, where
// what follows stands at the margin too.
function withoutMargin(lines: readonly string[]): string[] {
  const last = lines.length - 1
  const kept: string[] = []
  let isBeforeMargin = true
  for (let at = last; at >= 0; at--) {
    const line = lines[at] as string
    const isNothing = at < last && (line === '' || line.startsWith('#'))
    if (isNothing && isBeforeMargin) continue
    if (!isNothing) isBeforeMargin = !line.startsWith(' ')
    kept.push(line)
  }
  return kept.reverse()
}

function valueIn(written: string): Json | undefined {
  return FLOW.test(written) ? readPlainFlow(written) : readPlainWord(written)
}

// The lines of a block, none of which is set apart from the others.
function paragraphAt(
  lines: readonly string[],
  from: number,
  indent: number,
): readonly string[] | undefined {
  let to = from
  while (indentOf(lines[to]) === indent && lines[to] !== '') to++
  const paragraph = lines.slice(from, to).map((line) => line.slice(indent))
  const isWhole =
    paragraph.length > 0 && paragraph.every((line) => line !== '' && !line.endsWith(' '))
  return isWhole && indentOf(lines[to]) < indent && lines[to] !== '' ? paragraph : undefined
}

function indentOf(line: string | undefined): number {
  return line === undefined ? -1 : line.length - line.trimStart().length
}
