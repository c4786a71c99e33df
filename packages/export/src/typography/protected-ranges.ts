import type { Change } from './flat-text.ts'

/** Addresses, `:emoji:` codes and emoticons: no prose, so no rule may touch them. */
const PROTECTED = [
  /(?<![\p{L}\d])(?:https?|ftp):\/\/[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  /(?<![\p{L}\d.])www\.[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  /(?:^|\s):[a-z0-9_+-]+:(?!\S)/g,
  /(?:^|\s)[:;]'?-?[()DP](?![\p{L}\d])/gu,
]

/** A test that says whether a change would touch something protected. Changes must be asked about in order. */
export function isProtected(text: string): (change: Change) => boolean {
  const ranges = PROTECTED.flatMap((expression) =>
    [...text.matchAll(expression)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  ranges.sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return ({ start, end }) => {
    for (; next < ranges.length && (ranges[next]?.start ?? 0) < end; next++) reach = Math.max(reach, ranges[next]?.end ?? 0)
    return reach > start
  }
}
