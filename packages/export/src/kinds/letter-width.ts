/**
 * The mean width of the letters of a text, of the size they are set in. Widths are those of DejaVu
 * Serif, the widest of the fonts that an office has, so that a page set in another holds no less.
 */
export function letterWidth(text: string): number {
  let sum = 0
  let count = 0
  for (const letter of text) {
    sum += widthOf(letter)
    count++
  }
  return count === 0 ? OTHERS : sum / count
}

function widthOf(letter: string): number {
  for (const [letters, width] of WIDTHS) if (letters.test(letter)) return width
  return OTHERS
}

const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlîï .,:;!'’|\u00A0\u202F]/, 0.32],
  [/[abcdeghknopquvxyéèêàâùûôç]/, 0.61],
  [/[ft()[\]-]/, 0.4],
  [/[rsz"]/, 0.5],
  [/[mw…—%œæŒÆMW@]/, 0.99],
  [/\p{Lu}/u, 0.76],
  [/\d/, 0.64],
]

const OTHERS = 0.64
