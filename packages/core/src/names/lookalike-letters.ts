// Cyrillic and Greek letters, each with its Latin lookalike.
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    ['аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'],
    ['АВЕКМНОРСТХІЈЅ', 'ABEKMHOPCTXIJS'],
    ['οναικρτυχ', 'ovaikptux'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([other = '', latin = '']) =>
    [...other].map((letter, at): [string, string] => [letter, [...latin][at] as string]),
  ),
)

const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const LATIN = /\p{Script=Latin}/u

/** The first Cyrillic or Greek letter that looks Latin, in a Latin word; `''` for other words. */
export function lookalikeLetterIn(word: string): string {
  if (!CYRILLIC_OR_GREEK.test(word) || !LATIN.test(word)) return ''
  // When other Cyrillic or Greek letters remain, the word is not Latin.
  return CYRILLIC_OR_GREEK.test(replaceLookalikes(word))
    ? ''
    : ([...word].find((letter) => LOOKALIKES.has(letter)) ?? '')
}

/** A Latin word with its lookalike letters replaced; other words unchanged. */
export function toLatinLetters(word: string): string {
  return lookalikeLetterIn(word) === '' ? word : replaceLookalikes(word)
}

/** A text with all lookalike letters replaced: texts that look the same become equal. */
export function foldLookalikes(text: string): string {
  return replaceLookalikes(text.normalize('NFKC'))
}

function replaceLookalikes(word: string) {
  return [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('')
}
