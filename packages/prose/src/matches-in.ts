/**
 * All matches of an expression with the flag `g` in a text, in order. `matchAll` says the same, but
 * makes a copy of the expression at each call, which takes longer than not finding it: and most
 * expressions are not found in most passages.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const matches: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += pattern.unicode && isPair(text, match.index) ? 2 : 1
  }
  return matches
}

const NONE: readonly RegExpExecArray[] = []

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}
