import type { Span, Splice } from '@cahier/prose'
import type { MessageData } from '../model/finding.ts'

/** A mistake in YAML or in the lines `---` around it. */
export interface YamlFault extends Span {
  /** The id of a message of `structure/yaml`. */
  readonly message: string
  readonly data?: MessageData
  /** The fix, when it is certain. */
  readonly edits?: readonly Splice[]
}

/**
 * The mistake behind a syntax error. The package `yaml` may report the error on a later line, as
 * for an open bracket. `null` when no mistake is recognised.
 */
export function yamlFault(text: string, code: string, at: number): YamlFault | null {
  return unclosed(text, at) ?? pushed(text, code, at) ?? listMark(text, at)
}

// A line with a key or a dash, whose value begins with a bracket or a quote.
const OPENING = /^[ \t]*(?:(?:- +)+|(?:- +)*([^\s:#'"[\]{}]+): *)(["'[{][^\r\n]*)$/gm

// The next line with a key or a dash, or the next blank line. A value ends above this line.
const NEXT_ENTRY = /\n(?=[ \t]*(?:- +)?[^\s:#'"[\]{}]+:(?:\s|$)|[ \t]*$|[ \t]*- )/

function unclosed(text: string, before: number): YamlFault | null {
  for (const { 0: whole, 1: key, 2: written = '', index } of text.matchAll(OPENING)) {
    if (index > before) return null
    const below = text.slice(index + whole.length)
    const content = written + below.slice(0, NEXT_ENTRY.exec(below)?.index)
    const value = written.trimEnd()
    const closer = missingClosers(content)
    const start = index + whole.length - written.length
    // After a comma, the list continues on the next line.
    if (closer === '' || value.endsWith(',')) continue
    if (value === '[' || value === '{') return { message: 'MISSING_CHAR', start, end: start + 1 }
    const end = start + value.length
    const line = `${key === undefined ? '' : `${key}: `}${value}${closer}`
    const edits = [{ start, end, text: value + closer }]
    return { message: 'unclosed', start, end, data: { closer, line }, edits }
  }
  return null
}

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/g

function missingClosers(value: string) {
  const [first = ''] = value
  if (first === '"' || first === "'") return value.includes(first, 1) ? '' : first
  const closers: string[] = []
  const bare = value.replace(QUOTED, '')
  for (const [sign] of bare.matchAll(/[[\]{}]/g)) {
    if (sign === '[') closers.unshift(']')
    else if (sign === '{') closers.unshift('}')
    else if (closers.shift() !== sign) return ''
  }
  return closers.length > 0 && bare.includes('"') ? `"${closers.join('')}` : closers.join('')
}

// A line indented too far below a key that has a value.
function pushed(text: string, code: string, at: number): YamlFault | null {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return null
  const start = text.lastIndexOf('\n', at - 1) + 1
  const [whole = '', above = '', blanks = '', key = ''] =
    /^([ \t]*)[^\n]*\n([ \t]*)([^\s:#]+)(?=:\s)/.exec(text.slice(start)) ?? []
  if (blanks.length <= above.length) return null
  const end = start + whole.length - key.length
  return { message: 'pushed', start: end - blanks.length, end, data: { key } }
}

// The bullet of a word processor, or a hyphen without a space: `• climat`, `-climat`.
function listMark(text: string, before: number): YamlFault | null {
  const match = /^([ \t]*)((?:[•●◦▪‣·–—]|-(?=[^\s-]))[ \t\u00A0]*)(\S[^\r\n]*)$/m.exec(text)
  if (match === null || match.index > before || !ITEMS_OF_KEY.test(text.slice(0, match.index)))
    return null
  const [, indent = '', mark = '', item = ''] = match
  const start = match.index + indent.length
  const end = start + mark.length
  const data = { line: `- ${item.trimEnd()}` }
  return { message: 'listMark', start, end, data, edits: [{ start, end, text: '- ' }] }
}

// A key, then only list items, at the end of a text.
const ITEMS_OF_KEY = /(?:^|\n)[ \t]*[^\s:#-][^\n:]*:[ \t]*\r?\n(?:[ \t]*-[ \t][^\n]*\n)*$/
