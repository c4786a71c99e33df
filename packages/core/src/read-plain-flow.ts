import type { Json } from './document.ts'

/** Reads a map between braces, on one line, that holds names, days, shares, numbers and other such maps; `undefined` when it holds anything else. */
export function readPlainFlow(written: string): Json | undefined {
  const tokens = written.match(TOKEN) ?? []
  if (tokens.join('') !== written) return undefined
  const open: Record<string, Json>[] = []
  let root: Record<string, Json> | undefined
  for (const [index, token] of tokens.entries()) {
    const before = index === 0 ? '' : (tokens[index - 1] as string)
    if (token === ', ') {
      if (!ENDS.test(before)) return undefined
    } else if (token === '}') {
      if (!ENDS.test(before) || open.pop() === undefined || (open.length === 0 && index < tokens.length - 1)) return undefined
    } else {
      const [key = '', value = ''] = token === '{' ? ['', '{'] : token.split(': ')
      const map = open.at(-1)
      if (root !== undefined && (map === undefined || !STARTS.test(before) || key === '' || key in map || RESERVED.has(key)))
        return undefined
      if (root === undefined && token !== '{') return undefined
      const given = value === '{' ? {} : wordOf(value)
      if (given === undefined) return undefined
      if (map === undefined) root = given as Record<string, Json>
      else map[key] = given
      if (value === '{') open.push(given as Record<string, Json>)
    }
  }
  return open.length === 0 ? root : undefined
}

// A pair whose value is a word or opens a map; a brace; a comma.
const TOKEN = /[a-z][a-z0-9-]*: (?:\{|[A-Za-z0-9][A-Za-z0-9/-]*)|\{|\}|, /g
const STARTS = /(?:\{|, )$/
const ENDS = /(?:\}|[A-Za-z0-9/-])$/
const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null'])
const NUMBER = /^(?:0|[1-9]\d{0,14})$/
const DAY_OR_SHARE = /^(?:\d{4}-\d{2}-\d{2}|\d+\/\d+)$/
const WORD = /^[A-Za-z][A-Za-z0-9/-]*$/

function wordOf(written: string): Json | undefined {
  if (NUMBER.test(written)) return Number(written)
  if (DAY_OR_SHARE.test(written)) return written
  return WORD.test(written) && !RESERVED.has(written.toLowerCase()) ? written : undefined
}
