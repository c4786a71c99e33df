import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** How a text may be escaped: as Markdown, in single or double YAML quotes, or not at all. */
export type Escapes = 'markdown' | 'single' | 'double' | 'none'

/**
 * For each UTF-16 unit of a parsed value, its offset in the source, between `from` and `to`. -1 for
 * a line end or an escaped unit, and for all units after a unit that is not found. `escaped`
 * receives the offsets of backslashes before quotes, apostrophes and full stops.
 */
export function writtenUnits(
  value: string,
  source: string,
  from: number,
  to: number,
  escapes: Escapes,
  escaped?: Map<number, number>,
): number[] {
  const starts = new Array<number>(value.length).fill(-1)
  let at = from
  for (let unit = 0; unit < value.length; ) {
    const code = source.charCodeAt(at)
    if (
      code === value.charCodeAt(unit) &&
      at < to &&
      (isPlain(code) || (code === SPACE && escapes === 'markdown'))
    ) {
      starts[unit++] = at++
      continue
    }
    const wanted = value[unit]
    if (wanted === '\n' || (wanted === ' ' && escapes !== 'markdown')) {
      const end = lineEnd(source, at, to)
      if (end > 0) {
        at = end
        unit++
        continue
      }
    }
    const written = escapeAt(source, at, to, value, unit, escapes)
    if (written !== null) {
      if (escaped !== undefined && code === BACKSLASH && /['".]/.test(wanted as string))
        escaped.set(unit, at)
      at = written.end
      unit += written.units
    } else if (at < to && source[at] === wanted) starts[unit++] = at++
    else return starts
  }
  return starts
}

const SPACE = 0x20
const APOSTROPHE = 0x27
const BACKSLASH = 0x5c

function isPlain(code: number) {
  return code > APOSTROPHE && code !== BACKSLASH
}

// The offset after a line end, its blanks and the quote markers of the next line; else 0.
function lineEnd(source: string, at: number, to: number) {
  LINE_END.lastIndex = at
  const match = LINE_END.exec(source)
  return match === null || at + match[0].length > to ? 0 : at + match[0].length
}

const LINE_END = /[ \t]*(?:\r\n|\n|\r)[ \t>]*/y

interface Escaped {
  readonly end: number
  readonly units: number
}

function escapeAt(
  source: string,
  at: number,
  to: number,
  value: string,
  unit: number,
  escapes: Escapes,
): Escaped | null {
  const sign = source[at]
  if (at + 1 >= to || (sign !== '\\' && sign !== '&' && sign !== "'")) return null
  if (escapes === 'single')
    return sign === "'" && source[at + 1] === "'" && value[unit] === "'"
      ? { end: at + 2, units: 1 }
      : null
  if (escapes === 'double') return sign === '\\' ? yamlEscape(source, at, value, unit) : null
  if (escapes === 'none' || sign === "'") return null
  if (sign === '\\')
    return ASCII_PUNCTUATION.test(source[at + 1] ?? '') && source[at + 1] === value[unit]
      ? { end: at + 2, units: 1 }
      : null
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  if (match === null) return null
  const [whole, decimal, hexadecimal, name] = match
  const meant =
    name === undefined
      ? characterOf(
          decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal),
        )
      : decodeNamedCharacterReference(name)
  return meant === false || !value.startsWith(meant, unit)
    ? null
    : { end: at + whole.length, units: meant.length }
}

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/y

function yamlEscape(source: string, at: number, value: string, unit: number): Escaped | null {
  YAML_ESCAPE.lastIndex = at
  const match = YAML_ESCAPE.exec(source)
  if (match === null) return null
  return {
    end: at + match[0].length,
    units: match[0].startsWith('\\U') && (value.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1,
  }
}

const YAML_ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0abtnvfreNLP_ \t"/\\])/y

function characterOf(code: number) {
  return code > 0x10ffff || code === 0 ? '\uFFFD' : String.fromCodePoint(code)
}
