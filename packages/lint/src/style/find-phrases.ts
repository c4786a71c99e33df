import { lazily } from '@cahier/core'

export interface FoundPhrase<Value> {
  readonly written: string
  readonly from: number
  readonly to: number
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
  // Compiled on first use, so that starting a program costs nothing.
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
      // `INSIDE_WORD` is tested only on matches: as a lookbehind, it would run at every character.
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
