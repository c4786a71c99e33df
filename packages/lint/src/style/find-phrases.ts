import { lazily } from '@cahier/core'

/** A turn of phrase, its place in a text, and its value. */
export interface FoundPhrase<Value> {
  readonly written: string
  readonly from: number
  readonly to: number
  readonly value: Value
}

/**
 * What finds some turns of phrase in a text, whole words only, capitals aside. A phrase is an
 * expression without captures, in which a blank matches any, and `’` both apostrophes.
 */
export function phraseFinder<Value>(
  phrases: readonly (readonly [phrase: string, value: Value])[],
): (text: string) => readonly FoundPhrase<Value>[] {
  const sourceOf = (phrase: string) => phrase.replace(/ /g, '\\s+').replace(/’/g, "['’]")
  // Made with the first text, and the first phrase in one: a program that starts may look at no
  // text.
  const expressions = lazily({
    each: () =>
      phrases.map(([phrase, value]) => ({
        value,
        pattern: new RegExp(`^(?:${sourceOf(phrase)})$`, 'iu'),
      })),
    any: () =>
      new RegExp(
        `(?:${phrases.map(([phrase]) => sourceOf(phrase)).join('|')})(?:(?<=['’])|(?![\\p{L}-]))`,
        'giu',
      ),
  })
  return (text) => {
    const phrasesFound: FoundPhrase<Value>[] = []
    const { any } = expressions
    any.lastIndex = 0
    for (let match = any.exec(text); match !== null; match = any.exec(text)) {
      const { 0: found, index } = match
      // Asked of what was found alone: at the head of the expression it would be asked of every
      // unit.
      if (INSIDE_WORD.test(text.slice(Math.max(0, index - 2), index))) any.lastIndex = index + 1
      else {
        const known = expressions.each.find(({ pattern }) => pattern.test(found))
        const written = found.replace(/\s+/g, ' ')
        if (known !== undefined)
          phrasesFound.push({ written, from: index, to: index + found.length, value: known.value })
      }
    }
    return phrasesFound
  }
}

const INSIDE_WORD = /[\p{L}-]$/u
