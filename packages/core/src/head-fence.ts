import type { YamlFault } from './yaml/yaml-fault.ts'

/** Dashes that a keyboard or a word processor makes of `---`, alone on their line. */
const LIKE_FENCE = /^[ \t]*[-–—―−_=*]{1,12}[ \t]*$/

/** Why a file has no head: its first line is nearly `---`, something stands above, or there is none at all. `from` is where the text begins. */
export function unopenedHead(text: string, from: number): YamlFault {
  const first = /[^\r\n]*/.exec(text.slice(from))?.[0] ?? ''
  if (LIKE_FENCE.test(first)) return { ...likeFence(first), start: from, end: from + first.length, mended: '---' }
  const blank = /^\s*(?=---[ \t]*(?:\r\n|\n|\r))/.exec(text.slice(from))?.[0] ?? ''
  if (blank !== '') return { message: 'headBlank', start: from, end: from, data: {} }
  const isHead = /^[\p{L}_][\p{L}\p{N}_-]* ?:/u.test(first) && /^---[ \t]*$/m.test(text)
  return { message: 'headUnopened', start: from, end: from, data: {}, ...(isHead && { mended: '---\n' }) }
}

/** Why a head is not closed: its last line is nearly `---`, or there is none. Offsets are those of the file, as are `start` and `end` of the head. */
export function unclosedHead(text: string, start: number, end: number): YamlFault {
  const lines = text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n|\n|\r/)
  const last = lines.at(-1) ?? ''
  const at = start + text.slice(start, end).trimEnd().length - last.length
  if (lines.length > 1 && LIKE_FENCE.test(last)) return { ...likeFence(last), start: at, end: at + last.length, mended: '---' }
  return { message: 'headUnclosed', start: end, end, data: {}, mended: '---\n' }
}

// Three hyphens that stand too far to the right look right.
function likeFence(line: string): Pick<YamlFault, 'message' | 'data'> {
  const written = line.trim()
  return written === '---' ? { message: 'indentedFence', data: {} } : { message: 'headFence', data: { written } }
}
