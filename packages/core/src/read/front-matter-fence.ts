import type { Kind } from '../model/document.ts'
import { KEY_ORDER } from '../yaml/key-order.ts'
import type { YamlFault } from '../yaml/yaml-fault.ts'

// A line that keyboards or word processors may write instead of `---`.
const LIKE_FENCE = /^[ \t]*[-–—―−_=*]{1,12}[ \t]*$/

/**
 * The fault of a file that does not begin with `---`, the line above front matter. `from` is the
 * offset at which the text begins, after a byte order mark.
 */
export function unopenedHead(text: string, from: number): YamlFault {
  const [first = ''] = /[^\r\n]*/.exec(text.slice(from)) ?? []
  const nothing = { start: from, end: from }
  if (text.trim() === '') return { message: 'emptyText', ...nothing }
  if (LIKE_FENCE.test(first)) return likeFence(first, from)
  const [blank = ''] = /^\s*(?=---[ \t]*[\r\n])/.exec(text.slice(from)) ?? []
  if (blank !== '') {
    const span = { start: from, end: from + blank.length }
    return { message: 'headBlank', ...span, edits: [{ ...span, text: '' }] }
  }
  const isHead = /^[\p{L}_][\p{L}\p{N}_-]* ?:/u.test(first) && /^---[ \t]*$/m.test(text)
  const edits = isHead ? [{ ...nothing, text: '---\n' }] : []
  return { message: 'headUnopened', ...nothing, edits }
}

/**
 * The fault of a stray `---` that ends the front matter too early. Below such a `---`, the text has
 * a known key and then another `---`. Null when the front matter is whole.
 */
export function cutHeadFault(text: string, bodyStart: number, kind: Kind): YamlFault | null {
  const [lines = ''] = HEAD.exec(text.slice(bodyStart, bodyStart + LONGEST_HEAD)) ?? []
  const [, key = ''] = /^\s*([a-z][a-z-]*):/.exec(lines) ?? []
  if (!KEY_ORDER[kind]?.keys.includes(key)) return null
  const end = text.slice(0, bodyStart).trimEnd().length
  return { message: 'headCut', start: end - 3, end }
}

// Lines of front matter, and the line `---` below them.
const HEAD =
  /^(?:(?:[ \t]+[^\s][^\r\n]*|[a-z][a-z-]*:[^\r\n]*|- [^\r\n]*|[ \t]*)(?:\r\n|\n|\r))+---[ \t]*(?:[\r\n]|$)/
const LONGEST_HEAD = 20_000

/** The fault of front matter that does not end with a line `---`. */
export function unclosedHead(text: string, start: number, end: number): YamlFault {
  const head = text.slice(start, end).trimEnd()
  const last = head.slice(head.search(/[^\r\n]*$/))
  if (last !== head && LIKE_FENCE.test(last))
    return likeFence(last, start + head.length - last.length)
  const at = { start: end, end }
  return { message: 'headUnclosed', ...at, edits: [{ ...at, text: '---\n' }] }
}

function likeFence(line: string, start: number): YamlFault {
  const written = line.trim()
  const span = { start, end: start + line.length }
  const edits = [{ ...span, text: '---' }]
  return written === '---'
    ? { message: 'indentedFence', ...span, edits }
    : { message: 'headFence', ...span, data: { written }, edits }
}
