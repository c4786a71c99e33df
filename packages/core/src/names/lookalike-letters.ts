/** Letters of other alphabets that are drawn as ours are, with ours. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    ['аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'],
    ['АВЕКМНОРСТХІЈЅ', 'ABEKMHOPCTXIJS'],
    ['οναικρτυχ', 'ovaikptux'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([strange = '', ours = '']) =>
    [...strange].map((letter, at): [string, string] => [letter, [...ours][at] as string]),
  ),
)

const STRANGE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const OURS = /\p{Script=Latin}/u

/**
 * The first letter of another alphabet in a word that has letters of ours too, where it is drawn as
 * one of them; `''` in other words.
 */
export function strangeLetterIn(word: string): string {
  if (!STRANGE.test(word) || !OURS.test(word)) return ''
  // A word that is not all ours once they are replaced is of another alphabet, with a sign of ours
  // in it.
  return STRANGE.test(replaced(word))
    ? ''
    : ([...word].find((letter) => LOOKALIKES.has(letter)) ?? '')
}

/**
 * The same word with letters of our own alphabet, where those of another were among them; other
 * words as they are.
 */
export function inOurLetters(word: string): string {
  return strangeLetterIn(word) === '' ? word : replaced(word)
}

/**
 * How a text looks, letter by letter: two that look alike are the same, whatever alphabets their
 * letters are of.
 */
export function asDrawn(text: string): string {
  return replaced(text.normalize('NFKC'))
}

function replaced(word: string): string {
  return [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('')
}
