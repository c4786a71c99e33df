/**
 * The bounds of the word that `[from, to)` of a text stands in, or of the two words it stands
 * between.
 */
export function wordAround(
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let start = from
  while (start > 0 && from - start < LONGEST && PART.test(text[start - 1] as string)) start--
  let end = to
  while (end < text.length && end - to < LONGEST && PART.test(text[end] as string)) end++
  return { from: start, to: end }
}

// What one reads at a glance in a message.
const LONGEST = 30
const PART = /[\p{L}\p{M}\d’'°-]/u
