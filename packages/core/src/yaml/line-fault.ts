import { KEY_ORDER } from './key-order.ts'
import type { YamlFault } from './yaml-fault.ts'

/** The line of a syntax error, the non-blank line above and the line below. */
interface Line extends SingleLine {
  readonly before: SingleLine
  readonly after: SingleLine
}

interface SingleLine {
  readonly start: number
  readonly indent: string
  /** Trimmed. */
  readonly text: string
}

/**
 * The mistake on a line that is not `key: value`: a foreign comment, a stray dash, a missing
 * indentation or colon. Null when it is of no known kind.
 */
export function lineFault(text: string, code: string, at: number): YamlFault | null {
  if (code === 'UNEXPECTED_TOKEN') return commaTwice(text, at)
  if (code === 'BAD_INDENT') return underItem(lineAt(text, at), text)
  if (code === 'BAD_SCALAR_START') return atSign(text, at)
  if (
    code !== 'MULTILINE_IMPLICIT_KEY' &&
    code !== 'MISSING_CHAR' &&
    code !== 'BLOCK_AS_IMPLICIT_KEY'
  )
    return null
  const line = lineAt(text, at)
  if (line.text.length > LONGEST) return null
  if (line.text.startsWith('- ') && isBelowItem(line, text)) return outOfLine(line)
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return null
  return (
    comment(line) ?? strayDash(line) ?? belowBlock(line) ?? withoutColon(line) ?? misaligned(line)
  )
}

/** The longest line that is explained, in UTF-16 units. */
const LONGEST = 2000

function commaTwice(text: string, at: number): YamlFault | null {
  return text[at] === ','
    ? { message: 'commaTwice', start: at, end: at + 1, data: {}, replacement: '' }
    : null
}

// `id: @ademe-2023`, as in a citation.
function atSign(text: string, at: number): YamlFault | null {
  const [, name] = /^@([\w-]+)[ \t]*(?:\r?\n|$)/.exec(text.slice(at, at + LONGEST)) ?? []
  const [, key] = /([^\s:]+): +$/.exec(text.slice(text.lastIndexOf('\n', at) + 1, at)) ?? []
  if (name === undefined || key === undefined) return null
  return {
    message: 'atSign',
    start: at,
    end: at + name.length + 1,
    data: { line: `${key}: ${name}` },
    replacement: name,
  }
}

// A comment of HTML or JavaScript.
function comment(line: Line): YamlFault | null {
  const [sign = '', html, slashes] =
    /^(?:<!--\s*(.*?)\s*-->$|\/\/+\s*(.*)$|<!--)/.exec(line.text) ?? []
  if (sign === '') return null
  const words = html ?? slashes
  return faultOf(line, 'otherComment', {}, words === undefined ? undefined : `# ${words}`)
}

// `- horizon: moyen` among keys. An unknown key may continue the sentence above.
function strayDash(line: Line): YamlFault | null {
  const [, dash = '', key] = /^(-[ \t]+)([\p{L}_][\p{L}\p{N}_-]*) ?:(?=\s|$)/u.exec(line.text) ?? []
  const [, holder] = /^([^\s#-][^:]*):/.exec(line.before.text) ?? []
  if (key === undefined || holder === undefined || /:$/.test(line.before.text)) return null
  if (!KEYS.has(key)) return faultOf(line, 'listBelow', { key: holder })
  const start = line.start + line.indent.length
  return { message: 'strayDash', start, end: start + dash.length, data: { key }, replacement: '' }
}

// Whether an item is less indented than those above it.
function isBelowItem(line: Line, text: string): boolean {
  for (const { indent, text: above } of linesAbove(line, text)) {
    if (indent.length <= line.indent.length) return false
    if (above.startsWith('- ')) return true
  }
  return false
}

// Whether a line is in a map of names, such as `requests`.
function isBelowNames(line: Line, text: string): boolean {
  let { indent: lead } = line
  for (const { indent, text: above } of linesAbove(line, text)) {
    if (indent.length >= lead.length) continue
    if (MAPS.has(above.replace(/:$/, ''))) return true
    lead = indent
  }
  return false
}

/** The non-blank lines above, nearest first. */
function* linesAbove({ start }: Line, text: string): Iterable<SingleLine> {
  for (let end = start - 1; end > 0; ) {
    const from = text.lastIndexOf('\n', end - 1) + 1
    const line = readLine(text, from, end)
    if (line.text !== '') yield line
    end = from - 1
  }
}

// `argument: >-`, with its sentence not indented.
function belowBlock(line: Line): YamlFault | null {
  const [, key] = /^(?:- +)*([^\s:]+): *[>|][+-]?\d?$/.exec(line.before.text) ?? []
  return key === undefined || line.indent.length > line.before.indent.length
    ? null
    : faultOf(line, 'belowBlock', { key })
}

function withoutColon(line: Line): YamlFault | null {
  const [, bold] = /^\*+([\p{L}_-]+)(?:\*+ ?:|:\*+)/u.exec(line.text) ?? []
  if (bold !== undefined)
    return faultOf(line, 'bareKey', {
      line: `${bold}: ${line.text.replace(/^\S*\s*:?\**\s*/, '')}`,
    })
  const [, signed, sign = '', value] =
    /^([\p{L}_][\p{L}\p{N}_-]*)\s*(=|;|：|→|->)\s*(\S.*)$/u.exec(line.text) ?? []
  // « gratuité ; accès pour tous » may continue the line above: only known keys count.
  if (signed !== undefined && value !== undefined && KEYS.has(signed)) {
    const meant = `${signed}: ${value}`
    if (sign !== '=' && sign !== '：')
      return faultOf(line, 'noColonMaybe', { key: signed, line: meant })
    return faultOf(
      line,
      'noColon',
      { key: signed, line: meant },
      isPlain(value) ? meant : undefined,
    )
  }
  const [, key = '', rest] = /^([a-z-]+)(?:\s+(\S.*))?$/.exec(line.text) ?? []
  if (rest !== undefined && KEYS.has(key))
    return faultOf(line, 'noColonMaybe', { key, line: `${key}: ${rest}` })
  if (
    key !== '' &&
    rest === undefined &&
    line.after.indent.length > line.indent.length &&
    /^[^\s:]+:/.test(line.after.text)
  )
    return faultOf(line, 'noColon', { key, line: `${key}:` }, `${key}:`)
  return null
}

function misaligned(line: Line): YamlFault | null {
  return line.indent.length === line.before.indent.length ||
    !/^\p{L}[^\s:#]*:(?:\s|$)/u.test(line.text)
    ? null
    : outOfLine(line)
}

function outOfLine({ start, indent }: Line): YamlFault {
  return { message: 'BAD_INDENT', start, end: start + indent.length + 1, data: {} }
}

// Without quotes or other signs of YAML.
function isPlain(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} .,’'-]*$/u.test(value)
}

// Below `- `: the second line of an item, not indented, or an item without a dash.
function underItem(line: Line, text: string): YamlFault | null {
  const [dash = '', rest = ''] = /^- +(?=(.*))/.exec(line.before.text) ?? []
  if (dash === '' || line.before.indent !== line.indent || line.text.startsWith('-')) return null
  const [, key] = /^([^\s:]+):(?:\s|$)/.exec(line.text) ?? []
  if (key === undefined)
    return /^[^\s:]+:(?:\s|$)/.test(rest)
      ? null
      : insertedBefore(line, 'listMark', { line: `- ${line.text}` }, '- ')
  const [, first] = /^([^\s:]+):(?:\s|$)/.exec(rest) ?? []
  if (first === undefined) return null
  if (!isBelowNames(line, text))
    return insertedBefore(line, 'underItem', { key }, ' '.repeat(dash.length))
  // `requests:` is a map: the dash above is the mistake.
  const start = line.before.start + line.before.indent.length
  return {
    message: 'strayDash',
    start,
    end: start + dash.length,
    data: { key: first },
    replacement: '',
  }
}

function insertedBefore(
  line: Line,
  message: string,
  data: YamlFault['data'],
  inserted: string,
): YamlFault {
  const start = line.start + line.indent.length
  const [word = ''] = /^[^\s:]*/.exec(line.text) ?? []
  return { message, start, end: start + word.length, data, replacement: inserted + word }
}

function faultOf(
  line: Line,
  message: string,
  data: YamlFault['data'],
  replacement?: string,
): YamlFault {
  const start = line.start + line.indent.length
  return {
    message,
    start,
    end: start + line.text.length,
    data,
    ...(replacement !== undefined && { replacement }),
  }
}

function lineAt(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', text[at] === '\n' ? at - 1 : at) + 1
  const end = text.indexOf('\n', start)
  const nothing = { start: 0, indent: '', text: '' }
  const line = { ...readLine(text, start, end), before: nothing, after: nothing }
  const [before = nothing] = linesAbove(line, text)
  return {
    ...line,
    before,
    after: end < 0 ? nothing : readLine(text, end + 1, text.indexOf('\n', end + 1)),
  }
}

function readLine(text: string, from: number, to: number): SingleLine {
  const whole = text.slice(from, to < 0 ? undefined : to)
  const indent = /^[ \t]*/.exec(whole)?.[0] ?? ''
  return { start: from, indent, text: whole.slice(indent.length).trimEnd() }
}

const MAPS: ReadonlySet<string> = new Set(['requests', 'positions'])

/** The keys of the files that people write. */
const KEYS: ReadonlySet<string> = new Set([
  ...Object.values(KEY_ORDER).flatMap(({ keys }) => keys),
  ...['stance', 'argument', 'lifts-if', 'text', 'id', 'title', 'type', 'level', 'issued', 'seen'],
])
