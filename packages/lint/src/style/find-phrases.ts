import { lazily } from '@cahier/core'
import { matchesIn, type Span } from '@cahier/prose'

export interface FoundPhrase<Value> extends Span {
  readonly written: string
  readonly value: Value
}

/**
 * Returns a function that finds phrases in a text: whole words, any case. A phrase is the source of
 * a regular expression without capture groups. A space in it matches any white space, and `’` also
 * matches `'`.
 */
export function phraseFinder<Value>(
  phrases: readonly (readonly [phrase: string, value: Value])[],
): (text: string) => readonly FoundPhrase<Value>[] {
  const sourceOf = (phrase: string) => phrase.replace(/ /g, '\\s+').replace(/’/g, "['’]")
  const expression = lazily({
    any: () => {
      const each = phrases.map(([phrase]) => `(${sourceOf(phrase)})`)
      return new RegExp(`(?<![\\p{L}-])(?:${each.join('|')})(?:(?<=['’])|(?![\\p{L}-]))`, 'giu')
    },
  })
  return (text) =>
    matchesIn(text, expression.any).map((match) => {
      const { index, 0: found } = match
      const [, value] = phrases[match.indexOf(found, 1) - 1] as readonly [string, Value]
      return { written: found.replace(/\s+/g, ' '), start: index, end: index + found.length, value }
    })
}
