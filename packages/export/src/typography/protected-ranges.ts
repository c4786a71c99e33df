import type { Change } from './flat-text.ts'

/** Addresses, `:emoji:` codes and emoticons: no prose, so no rule may touch them. */
const PROTECTED = [
  /(?<![\p{L}\d])(?:https?|ftp):\/\/[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  /(?<![\p{L}\d.])www\.[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  /(?:^|\s):[a-z0-9_+-]+:(?!\S)/g,
  /(?:^|\s)[:;]'?-?[()DP](?![\p{L}\d])/gu,
]

/** A test that says whether a change would touch something protected. */
export function isProtected(text: string): (change: Change) => boolean {
  const ranges = PROTECTED.flatMap((expression) => [...text.matchAll(expression)].map((match) => ({ start: match.index, end: match.index + match[0].length })))
  return ({ start, end }) => ranges.some((range) => start < range.end && end > range.start)
}
