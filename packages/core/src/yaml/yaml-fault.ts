/** A YAML syntax error as a message. Offsets are those of the YAML text. */
export interface YamlFault {
  /** The id of a message of `structure/yaml`. */
  readonly message: string
  readonly start: number
  readonly end: number
  readonly data: Readonly<Record<string, string>>
  /** The text that replaces `[start, end)`, when the fix is certain. */
  readonly replacement?: string
}

/**
 * The mistake behind a syntax error, often above its place: an open bracket is an error on the next
 * line only. Null when it is of no known kind.
 */
export function yamlFault(
  text: string,
  code: string,
  [start]: readonly [number, number],
): YamlFault | null {
  return (
    openQuote(text, start) ??
    openBracket(text, start) ??
    indentedTooFar(text, code, start) ??
    listMark(text, start) ??
    missingDash(text, code, start)
  )
}

// A quote that is not closed before the next key.
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
      replacement: `${quote}${rest}${quote}`,
    }
  }
  return null
}

const NEXT_KEY = /\n(?=[ \t]*(?:- +)?[^\s:#'"[\]{}]+:(?:\s|$)|[ \t]*$)/

/** Inside brackets no line begins with a dash. */
const NEXT_LINE = new RegExp(`${NEXT_KEY.source}|\\n(?=[ \\t]*- )`)

// A bracket that is not closed before the next key.
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
        replacement: value + missing,
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

// A line indented too far below a key that has a value. Several such lines belong inside that key.
function indentedTooFar(text: string, code: string, at: number): YamlFault | null {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return null
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const next = /^([ \t]*)([^\n]*)\n([ \t]*)([^\s:#]+):(?=\s)[^\n]*\n?/.exec(text.slice(lineStart))
  const [whole = '', indent = '', above = '', deeper = '', key = ''] = next ?? []
  if (next === null || deeper.length <= indent.length) return null
  const [dash = ''] = /^(?:- +)*/.exec(above) ?? []
  const right = indent + ' '.repeat(dash.length)
  // The line fits below the item, whose own indentation is wrong.
  if (deeper === right)
    return { message: 'BAD_INDENT', start: lineStart, end: lineStart + indent.length + 1, data: {} }
  const [, holder = '', value = ''] = /^(?:- +)*([^\s:]+): *(.*?)\s*$/.exec(above) ?? []
  const [start, end] = [
    lineStart + indent.length,
    lineStart + indent.length + above.trimEnd().length,
  ]
  // Below a key without a value, the first line lacks indentation.
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
    const replacement = `${deeper.slice(indent.length)}${holder}`
    return {
      message: 'tooShallow',
      start,
      end: start + holder.length,
      data: { key: holder },
      replacement,
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
    replacement: right,
  }
}

const STANCE: ReadonlySet<string> = new Set([
  'stance',
  'date',
  'text',
  'argument',
  'lifts-if',
  'by',
])
const POSITIONS = /(?:^|\n)positions:[ \t]*\r?\n(?:[ \t][^\n]*\n)*$/

// The bullet of a word processor, or a hyphen without a space: `• climat`, `-climat`.
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
    replacement: '- ',
  }
}

// In a list, `id: rapport` without a dash, or a later line of that entry.
function missingDash(text: string, code: string, at: number): YamlFault | null {
  const [, key, value] = /^([\p{L}\w-]+):[ \t]*([^\r\n]*)/u.exec(text.slice(at)) ?? []
  if (
    code !== 'UNEXPECTED_TOKEN' ||
    key === undefined ||
    (at > 0 && text[at - 1] !== '\n') ||
    !IS_LIST.test(text)
  )
    return null
  if (key !== 'id')
    return {
      message: 'BAD_INDENT',
      start: at,
      end: at + key.length,
      data: {},
      replacement: `  ${key}`,
    }
  return {
    message: 'listMark',
    start: at,
    end: at + key.length,
    data: { line: `- id: ${value}` },
    replacement: '- id',
  }
}

const IS_LIST = /^(?:[ \t]*(?:#.*)?\r?\n)*- /

const ITEMS_OF_KEY = /(?:^|\n)[ \t]*[^\s:#-][^\n:]*:[ \t]*\r?\n(?:[ \t]*-[ \t][^\n]*\n)*$/
