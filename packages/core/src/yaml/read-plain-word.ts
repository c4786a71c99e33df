import type { Json } from '../document.ts'

/**
 * What a scalar of YAML on one line stands for that is a number, a day, a share, yes or no, a
 * quotation or words; `undefined` for anything else.
 */
export function readPlainWord(written: string): Json | undefined {
  if (NUMBER.test(written)) return Number(written)
  if (DAY_OR_SHARE.test(written)) return written
  if (QUOTED.test(written)) return written.slice(1, -1)
  if (written === 'true' || written === 'false') return written === 'true'
  return WORDS.test(written) && !isReserved(written) ? written : undefined
}

/** A key in small letters, or all in capitals: `URL`, `DOI`. */
export const PLAIN_KEY = '[a-z][a-z0-9-]*|[A-Z]+'

/** Whether words are such that YAML takes them for something else, as keys too. */
export function isReserved(words: string): boolean {
  return RESERVED.has(words.toLowerCase())
}

const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null'])

const NUMBER = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{1,9})?$/
const DAY_OR_SHARE = /^(?:\d{4}-\d{2}-\d{2}|\d+[/-]\d+)$/
// With nothing in it that stands for another sign.
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/
// They begin with a letter or its like, or with a number and a blank or a bar, and hold no sign
// that means something to YAML where it stands.
const WORDS =
  /^(?:[A-Za-z\u00AB\u00C0-\u024F\u20AC]|\+?\d[^ /#:{}[\]]*(?: (?=\S)|\/))(?:[^#:{}[\]]|:(?=\S)|(?<=\S)#)*(?<! )$/
