import type { Change } from './flat-text.ts'

/** Addresses, formulas between dollars, `:emoji:` codes and emoticons: no prose, so no rule may touch them. Without its hint in a text, a pattern is not looked for. */
const PROTECTED: readonly { readonly hint: string; readonly pattern: RegExp }[] = [
  { hint: '://', pattern: /(?<![\p{L}\d])(?:https?|ftp):\/\/[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu },
  { hint: 'www.', pattern: /(?<![\p{L}\d.])www\.[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu },
  { hint: '@', pattern: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  // A formula, as pandoc tells it from prices.
  { hint: '$', pattern: /(?<![\\$\p{L}\d])\$(?![\s$])[^$\uFFFC]{1,300}(?<![\s\\])\$(?![\d$])|\$\$[^$]{1,2000}\$\$/gu },
  { hint: ':', pattern: /(?:^|\s):[a-z0-9_+-]+:(?!\S)/g },
  { hint: '', pattern: /(?:^|\s)[:;]'?-?[()DP](?![\p{L}\d])/gu },
]

/** A test that says whether a change would touch something protected. Changes must be asked about in order. */
export function isProtected(text: string): (change: Change) => boolean {
  const ranges = PROTECTED.filter(({ hint }) => text.includes(hint)).flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  ranges.sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return ({ start, end }) => {
    for (; next < ranges.length && (ranges[next]?.start ?? 0) < end; next++) reach = Math.max(reach, ranges[next]?.end ?? 0)
    return reach > start
  }
}
