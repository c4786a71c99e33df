import type { Kind } from '../model/document.ts'
import { KEY_ORDER } from '../yaml/key-order.ts'
import type { YamlFault } from '../yaml/yaml-fault.ts'

/** What keyboards and word processors make of a line `---`. */
const LIKE_FENCE = /^[ \t]*[-–—―−_=*]{1,12}[ \t]*$/

/**
 * The fault of a file without front matter: its first line is nearly `---`, something precedes it,
 * or it is missing. `from` is the offset after a BOM.
 */
export function unopenedHead(text: string, from: number): YamlFault {
  const first = /[^\r\n]*/.exec(text.slice(from))?.[0] ?? ''
  if (text.trim() === '') return { message: 'emptyText', start: from, end: from, data: {} }
  if (LIKE_FENCE.test(first))
    return { ...likeFence(first), start: from, end: from + first.length, replacement: '---' }
  const blank = /^\s*(?=---[ \t]*(?:\r\n|\n|\r))/.exec(text.slice(from))?.[0] ?? ''
  if (blank !== '')
    return {
      message: 'headBlank',
      start: from,
      end: from + blank.length,
      data: {},
      replacement: '',
    }
  // Lines above the front matter.
  const above =
    /^(?:[^\r\n]*(?:\r\n|\n|\r)){1,5}?(?=---[ \t]*(?:\r\n|\n|\r)[\p{L}_][\p{L}\p{N}_-]* ?:)/u.exec(
      text.slice(from, from + 2000),
    )?.[0] ?? ''
  if (above !== '') return { message: 'headBelow', start: from, end: from, data: {} }
  const isHead = /^[\p{L}_][\p{L}\p{N}_-]* ?:/u.test(first) && /^---[ \t]*$/m.test(text)
  return {
    message: 'headUnopened',
    start: from,
    end: from,
    data: {},
    ...(isHead && { replacement: '---\n' }),
  }
}

/** The fault of a line `---` in the middle of the front matter; null when there is none. */
export function cutHead(text: string, bodyStart: number, kind: Kind): YamlFault | null {
  const first = /[ \t\r\n]*([a-z][a-z-]*):/y
  first.lastIndex = bodyStart
  const key = first.exec(text)?.[1]
  if (
    key === undefined ||
    !KEY_ORDER[kind]?.keys.includes(key) ||
    !HEAD.test(text.slice(bodyStart, bodyStart + LONGEST_HEAD))
  )
    return null
  const end = text.slice(0, bodyStart).trimEnd().length
  return { message: 'headCut', start: end - 3, end, data: {} }
}

/** Lines of front matter, and the line that closes it. */
const HEAD =
  /^(?:(?:[ \t]+[^\s][^\r\n]*|[a-z][a-z-]*:[^\r\n]*|- [^\r\n]*|[ \t]*)(?:\r\n|\n|\r))+---[ \t]*(?:[\r\n]|$)/
const LONGEST_HEAD = 20_000

/** The fault of unclosed front matter: its last line is nearly `---`, or `---` is missing. */
export function unclosedHead(text: string, start: number, end: number): YamlFault {
  const lines = text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n|\n|\r/)
  const last = lines.at(-1) ?? ''
  const at = start + text.slice(start, end).trimEnd().length - last.length
  if (lines.length > 1 && LIKE_FENCE.test(last))
    return { ...likeFence(last), start: at, end: at + last.length, replacement: '---' }
  return { message: 'headUnclosed', start: end, end, data: {}, replacement: '---\n' }
}

// An indented `---` has its own message, since it looks right.
function likeFence(line: string): Pick<YamlFault, 'message' | 'data'> {
  const written = line.trim()
  return written === '---'
    ? { message: 'indentedFence', data: {} }
    : { message: 'headFence', data: { written } }
}
