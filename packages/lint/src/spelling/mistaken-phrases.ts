import { matchesIn } from '@cahier/prose'
import type { SpelledOtherwise } from './spelled-otherwise.ts'

/** Where a few words are written for others that sound alike, and that are never right together: « quelque soit le prix », « un ami, voir même un frère ». */
export function mistakenPhrases(text: string): readonly SpelledOtherwise[] {
  return matchesIn(text, PHRASE).map(({ 0: written, index }) => {
    const to = index + written.length
    const what = written.endsWith('ent') ? 'uels que' : FEMININE.test(text.slice(to, to + 7)) ? 'uelle que' : 'uel que'
    return { from: index, to, meant: written.replace(/^(q)uelques?/i, `$1${what}`).replace('voir', 'voire') }
  })
}

const PHRASE = /(?<![\p{L}\p{M}’'-])(?:[qQ]uelques? soi(?:t|ent)|(?<=, )voir même)(?![\p{L}\p{M}’'-])/gu
const FEMININE = /^ (?:la|sa|ma|ta|cette) /
