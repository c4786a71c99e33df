/**
 * The page, in centimetres: A4, a wider inner margin for binding, and inside the text area a narrow column on the left where the numbers
 * of blocks hang. What is left for the text makes lines of 70 to 75 characters at 11.5 points.
 */
export const pageGeometry = {
  width: 21,
  height: 29.7,
  top: 2,
  bottom: 1.8,
  inner: 2.9,
  outer: 3.1,
  /** Column of the numbers. */
  numbers: 1.4,
  /** Width of the text, numbers left out. */
  measure: 21 - 2.9 - 3.1 - 1.4,
  /** Tallest picture. */
  picture: 17,
} as const

/** A length as ODF writes it: `cm(1.4)` is `1.4cm`; rounded to a hundredth of a millimetre. */
export function cm(length: number): string {
  return `${Number(length.toFixed(3))}cm`
}
