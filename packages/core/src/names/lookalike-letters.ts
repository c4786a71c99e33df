/** Cyrillic and Greek letters that look like Latin ones. */
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

/** The first lookalike letter in a Latin word; empty when there is none. */
export function strangeLetterIn(word: string): string {
  if (!STRANGE.test(word) || !OURS.test(word)) return ''
  // Other letters remain: the word is of another alphabet.
  return STRANGE.test(replaced(word))
    ? ''
    : ([...word].find((letter) => LOOKALIKES.has(letter)) ?? '')
}

/** A Latin word with its lookalike letters replaced; other words unchanged. */
export function inOurLetters(word: string): string {
  return strangeLetterIn(word) === '' ? word : replaced(word)
}

/** A text with all lookalike letters replaced: two texts that look the same become equal. */
export function asDrawn(text: string): string {
  return replaced(text.normalize('NFKC'))
}

function replaced(word: string): string {
  return [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('')
}
