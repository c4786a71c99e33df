import type { Kind } from '../model/document.ts'
import { KEY_ORDER } from '../yaml/key-order.ts'
import type { YamlFault } from '../yaml/yaml-fault.ts'

/** Dashes that a keyboard or a word processor makes of `---`, alone on their line. */
const LIKE_FENCE = /^[ \t]*[-–—―−_=*]{1,12}[ \t]*$/

/**
 * Why a file has no head: its first line is nearly `---`, something stands above, or there is none
 * at all. `from` is where the text begins.
 */
export function unopenedHead(text: string, from: number): YamlFault {
  const first = /[^\r\n]*/.exec(text.slice(from))?.[0] ?? ''
  if (text.trim() === '') return { message: 'emptyText', start: from, end: from, data: {} }
  if (LIKE_FENCE.test(first))
    return { ...likeFence(first), start: from, end: from + first.length, mended: '---' }
  const blank = /^\s*(?=---[ \t]*(?:\r\n|\n|\r))/.exec(text.slice(from))?.[0] ?? ''
  if (blank !== '')
    return { message: 'headBlank', start: from, end: from + blank.length, data: {}, mended: '' }
  // A title, or a few lines, and then the head.
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
    ...(isHead && { mended: '---\n' }),
  }
}

/**
 * A line `---` in the middle of a head: a key stands right after it, and another such line closes
 * what was meant. `null` when the head is whole.
 */
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

/** Lines of a head, and the one that closes it. */
const HEAD =
  /^(?:(?:[ \t]+[^\s][^\r\n]*|[a-z][a-z-]*:[^\r\n]*|- [^\r\n]*|[ \t]*)(?:\r\n|\n|\r))+---[ \t]*(?:[\r\n]|$)/
const LONGEST_HEAD = 20_000

/**
 * Why a head is not closed: its last line is nearly `---`, or there is none. Offsets are those of
 * the file, as are `start` and `end` of the head.
 */
export function unclosedHead(text: string, start: number, end: number): YamlFault {
  const lines = text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n|\n|\r/)
  const last = lines.at(-1) ?? ''
  const at = start + text.slice(start, end).trimEnd().length - last.length
  if (lines.length > 1 && LIKE_FENCE.test(last))
    return { ...likeFence(last), start: at, end: at + last.length, mended: '---' }
  return { message: 'headUnclosed', start: end, end, data: {}, mended: '---\n' }
}

// Three hyphens that stand too far to the right look right.
function likeFence(line: string): Pick<YamlFault, 'message' | 'data'> {
  const written = line.trim()
  return written === '---'
    ? { message: 'indentedFence', data: {} }
    : { message: 'headFence', data: { written } }
}
