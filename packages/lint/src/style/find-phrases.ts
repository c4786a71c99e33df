import { lazily } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
/** A turn of phrase where it stands in a text, with what goes with it. */
export interface FoundPhrase<Value> {
  readonly written: string
  readonly from: number
  readonly to: number
  readonly value: Value
}

/**
 * What finds some turns of phrase in a text, whole words only, capitals aside. A phrase is an expression without captures, in which a blank
 * stands for any, and `’` for both apostrophes.
 */
export function phraseFinder<Value>(
  phrases: readonly (readonly [phrase: string, value: Value])[],
): (text: string) => readonly FoundPhrase<Value>[] {
  const sourceOf = (phrase: string) => phrase.replace(/ /g, '\\s+').replace(/’/g, "['’]")
  // Made with the first text, and the first phrase in one: a program that starts may look at no text.
  const expressions = lazily({
    each: () => phrases.map(([phrase, value]) => ({ value, pattern: new RegExp(`^(?:${sourceOf(phrase)})$`, 'iu') })),
    any: () => new RegExp(`(?<![\\p{L}-])(?:${phrases.map(([phrase]) => sourceOf(phrase)).join('|')})(?:(?<=['’])|(?![\\p{L}-]))`, 'giu'),
  })
  return (text) =>
    matchesIn(text, expressions.any).flatMap(({ 0: found, index }) => {
      const written = found.replace(/\s+/g, ' ')
      return expressions.each
        .filter(({ pattern }) => pattern.test(found))
        .slice(0, 1)
        .map(({ value }) => ({ written, from: index, to: index + found.length, value }))
    })
}
