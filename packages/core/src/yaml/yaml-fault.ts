import { lineFault } from './line-fault.ts'

/**
 * What is wrong with a stretch of YAML that cannot be read, in a writer's terms. Offsets are those
 * of the stretch.
 */
export interface YamlFault {
  /** Id of a message of `structure/yaml`. */
  readonly message: string
  readonly start: number
  readonly end: number
  readonly data: Readonly<Record<string, string>>
  /** What to put in the place of `[start, end)`, when that is sure. */
  readonly mended?: string
}

/**
 * Says where the slip is, which is often before the point where the reader of YAML gave up: a
 * bracket left open is noticed on the next line, a line pushed to the right makes the line above
 * look wrong.
 */
export function yamlFault(
  text: string,
  code: string,
  position: readonly [number, number],
  detail: string,
): YamlFault {
  const [start, end] = position
  return (
    openQuote(text, start) ??
    openBracket(text, start) ??
    pushedLine(text, code, start) ??
    listMark(text, start) ??
    dashless(text, code, start) ??
    lineFault(text, code, start) ?? { message: code, start, end, data: { detail } }
  )
}

// A quote opened on one line, with no other of its kind before the next line that has a key.
function openQuote(text: string, before: number): YamlFault | null {
  const line = /^([ \t]*(?:- +)*)([^\s:#'"[\]{}]+): *(["'])([^\r\n]*)$/gm
  for (
    let match = line.exec(text);
    match !== null && match.index <= before;
    match = line.exec(text)
  ) {
    const [whole, , key = '', quote = '', written = ''] = match
    const rest = written.trimEnd()
    const after = text.slice(match.index + whole.length)
    const next = NEXT_KEY.exec(after)?.index ?? after.length
    if (rest.includes(quote) || after.slice(0, next).includes(quote)) continue
    const end = match.index + whole.trimEnd().length
    const start = end - rest.length - 1
    return {
      message: 'openQuote',
      start,
      end,
      data: { line: `${key}: ${quote}${rest}${quote}` },
      mended: `${quote}${rest}${quote}`,
    }
  }
  return null
}

const NEXT_KEY = /\n(?=[ \t]*(?:- +)?[^\s:#'"[\]{}]+:(?:\s|$)|[ \t]*$)/

/** Between brackets no line begins with a dash. */
const NEXT_LINE = new RegExp(`${NEXT_KEY.source}|\\n(?=[ \\t]*- )`)

// A list or a map opened on one line, and not closed before the next line that has a key.
function openBracket(text: string, before: number): YamlFault | null {
  const line = /^(?:[ \t]*(?:- +)+|[ \t]*(?:- +)*([^\s:#'"[\]{}]+): *)([[{][^\r\n]*)$/gm
  for (
    let match = line.exec(text);
    match !== null && match.index <= before;
    match = line.exec(text)
  ) {
    const [whole, key = '', written = ''] = match
    const value = written.trimEnd()
    const next = NEXT_LINE.exec(text.slice(match.index + whole.length))
    const inside = text.slice(
      match.index,
      next === null ? undefined : match.index + whole.length + next.index,
    )
    const content = inside.slice(whole.length - written.length)
    const closers = missingClosers(content)
    const missing = closers !== '' && isQuoteOpen(content) ? `"${closers}` : closers
    const isCutShort = missing !== '' && !value.endsWith(',')
    if (isCutShort) {
      const start = match.index + whole.trimEnd().length - value.length
      if (value.length === 1) return { message: 'MISSING_CHAR', start, end: start + 1, data: {} }
      return {
        message: 'openBracket',
        start,
        end: start + value.length,
        data: { closer: missing, line: `${key === '' ? '' : `${key}: `}${value}${missing}` },
        mended: value + missing,
      }
    }
  }
  return null
}

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/g

function isQuoteOpen(value: string): boolean {
  return value.replace(QUOTED, '').includes('"')
}

function missingClosers(value: string): string {
  const closers: string[] = []
  for (const [sign] of value.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/g)) {
    if (sign === '[') closers.unshift(']')
    else if (sign === '{') closers.unshift('}')
    else if (sign === closers[0]) closers.shift()
    else if (sign === ']' || sign === '}') return ''
  }
  return closers.join('')
}

// One line too far to the right is pushed back. Where others stand as far, they were meant to be
// below what has a value.
function pushedLine(text: string, code: string, at: number): YamlFault | null {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return null
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const next = /^([ \t]*)([^\n]*)\n([ \t]*)([^\s:#]+):(?=\s)[^\n]*\n?/.exec(text.slice(lineStart))
  const [whole = '', indent = '', above = '', deeper = '', key = ''] = next ?? []
  if (next === null || deeper.length <= indent.length) return null
  const [dash = ''] = /^(?:- +)*/.exec(above) ?? []
  const right = indent + ' '.repeat(dash.length)
  // Under the dash of its item the line stands right: it is the item that does not.
  if (deeper === right)
    return { message: 'BAD_INDENT', start: lineStart, end: lineStart + indent.length + 1, data: {} }
  const [, holder = '', value = ''] = /^(?:- +)*([^\s:]+): *(.*?)\s*$/.exec(above) ?? []
  const [start, end] = [
    lineStart + indent.length,
    lineStart + indent.length + above.trimEnd().length,
  ]
  // Right below a name alone, it is the first line that stands too far to the left.
  const [, name] =
    dash === ''
      ? (/(?:^|\n)([ \t]*)[^\s:#-][^\s:]*:[ \t]*\r?\n$/.exec(text.slice(0, lineStart)) ?? [])
      : []
  if (
    holder !== '' &&
    name !== undefined &&
    name.length >= indent.length &&
    name.length < deeper.length
  ) {
    const mended = `${deeper.slice(indent.length)}${holder}`
    return {
      message: 'tooShallow',
      start,
      end: start + holder.length,
      data: { key: holder },
      mended,
    }
  }
  const goesOn = new RegExp(`^${deeper}[ \\t]*[^\\s:#]+:(?=\\s)`).test(
    text.slice(lineStart + whole.length),
  )
  if (
    holder !== '' &&
    (goesOn || (STANCE.has(key) && !STANCE.has(holder) && POSITIONS.test(text.slice(0, lineStart))))
  )
    return { message: 'valueAndMore', start, end, data: { key: holder, value } }
  const after = start + above.length + 1
  return {
    message: 'pushed',
    start: after,
    end: after + deeper.length,
    data: { key },
    mended: right,
  }
}

/** Of a stance, what stands below the name of its proposal. */
const STANCE: ReadonlySet<string> = new Set([
  'stance',
  'date',
  'text',
  'argument',
  'lifts-if',
  'by',
])
const POSITIONS = /(?:^|\n)positions:[ \t]*\r?\n(?:[ \t][^\n]*\n)*$/

// An item of a list with the dot of a word processor, or a hyphen that touches its word: `•
// climat`, `-climat`. Above it stand other items, then a key.
function listMark(text: string, before: number): YamlFault | null {
  const match = /^([ \t]*)((?:[•●◦▪‣·–—]|-(?=[^\s-]))[ \t\u00A0]*)(\S[^\r\n]*)$/m.exec(text)
  if (match === null || match.index > before || !ITEMS_OF_KEY.test(text.slice(0, match.index)))
    return null
  const [, indent = '', mark = '', item = ''] = match
  const start = match.index + indent.length
  return {
    message: 'listMark',
    start,
    end: start + mark.length,
    data: { line: `- ${item.trimEnd()}` },
    mended: '- ',
  }
}

// `id: rapport` after the entries of a file that is a list, and the lines of that entry once its
// dash is there.
function dashless(text: string, code: string, at: number): YamlFault | null {
  const [, key, value] = /^([\p{L}\w-]+):[ \t]*([^\r\n]*)/u.exec(text.slice(at)) ?? []
  if (
    code !== 'UNEXPECTED_TOKEN' ||
    key === undefined ||
    (at > 0 && text[at - 1] !== '\n') ||
    !IS_LIST.test(text)
  )
    return null
  if (key !== 'id')
    return { message: 'BAD_INDENT', start: at, end: at + key.length, data: {}, mended: `  ${key}` }
  return {
    message: 'listMark',
    start: at,
    end: at + key.length,
    data: { line: `- id: ${value}` },
    mended: '- id',
  }
}

const IS_LIST = /^(?:[ \t]*(?:#.*)?\r?\n)*- /

const ITEMS_OF_KEY = /(?:^|\n)[ \t]*[^\s:#-][^\n:]*:[ \t]*\r?\n(?:[ \t]*-[ \t][^\n]*\n)*$/
