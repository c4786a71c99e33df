/** How many UTF-16 units some texts have in common at their beginning, and at their end without it. */
export function commonEnds(texts: readonly string[]): { readonly head: number; readonly tail: number } {
  const [first = '', ...others] = texts
  const least = Math.min(...texts.map(({ length }) => length))
  let head = 0
  while (head < least && others.every((text) => text.charCodeAt(head) === first.charCodeAt(head))) head += 1
  let tail = 0
  const fromEnd = (text: string) => text.charCodeAt(text.length - 1 - tail)
  while (tail < least - head && others.every((text) => fromEnd(text) === fromEnd(first))) tail += 1
  return { head, tail }
}
