import type { Json } from './document.ts'

/** What a scalar of YAML on one line stands for that is a whole number, a day, a share, yes or no, a quotation or words; `undefined` for anything else. */
export function readPlainWord(written: string): Json | undefined {
  if (NUMBER.test(written)) return Number(written)
  if (DAY_OR_SHARE.test(written)) return written
  if (QUOTED.test(written)) return written.slice(1, -1)
  if (written === 'true' || written === 'false') return written === 'true'
  return WORDS.test(written) && !RESERVED.has(written.toLowerCase()) ? written : undefined
}

/** Words that YAML takes for something else, as keys too. */
export const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null'])

const NUMBER = /^(?:0|[1-9]\d{0,14})$/
const DAY_OR_SHARE = /^(?:\d{4}-\d{2}-\d{2}|\d+\/\d+)$/
// With nothing in it that stands for another sign.
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/
// They begin with a letter, and hold no sign that means something to YAML where it stands.
const WORDS = /^[A-Za-z\u00C0-\u024F](?:[^#:{}[\]]|:(?=\S)|(?<=\S)#)*(?<! )$/
