import type { Span } from '../span.ts'

/** Words of emphasis that are still taken in at one glance. */
const MOST_WORDS = 12

/** What is in a line of Markdown is looked for no further than that, in UTF-16 units. */
const INSIDE = '{1,400}?'
const NO_BLANK_LINE = '(?!\\n[ \\t]*\\n)'

const CODE = new RegExp(
  `(?<![\\\\\`])(\`{1,3})(?!\`)(?:${NO_BLANK_LINE}[\\s\\S])${INSIDE}(?<!\`)\\1(?!\`)`,
  'g',
)
const LINKS = new RegExp(
  `!?(?<!\\\\)\\[(?:${NO_BLANK_LINE}[^\\[\\]]|\\[[^\\[\\]\\n]{0,400}\\])${INSIDE}\\](?:\\((?:[^()\\n]|\\([^()\\n]{0,400}\\)){0,2000}?\\)|\\[[^\\[\\]\\n]{0,400}\\])|<(?:https?:|mailto:)[^<>\\s]{1,2000}>`,
  'g',
)
const STRONG = new RegExp(
  `(?<![\\\\*])(\\*{2,3})(?![\\s*])(?:${NO_BLANK_LINE}(?:[^*]|\\*(?!\\*)))${INSIDE}(?<![\\s\\\\])\\1`,
  'g',
)
const STARRED = new RegExp(
  `(?<![\\\\*])\\*(?![\\s*])(?:${NO_BLANK_LINE}[^*])${INSIDE}(?<![\\s\\\\])\\*(?!\\*)`,
  'g',
)
const UNDERSCORED = new RegExp(
  `(?<![\\\\_\\p{L}\\p{N}])(__?)(?![\\s_])(?:${NO_BLANK_LINE}[^_])${INSIDE}(?<![\\s\\\\])\\1(?![_\\p{L}\\p{N}])`,
  'gu',
)
const STRUCK = new RegExp(
  `(?<![\\\\~])~~(?![\\s~])(?:${NO_BLANK_LINE}[^~])${INSIDE}(?<![\\s\\\\])~~(?!~)`,
  'g',
)

/**
 * What is shown changed as a whole or not at all: the code spans, links, images and short emphasis
 * of a Markdown text, in order, those that meet as one.
 */
export function wholeSpans(text: string): readonly Span[] {
  const emphasis = [STRONG, STARRED, UNDERSCORED, STRUCK]
  const found = [CODE, LINKS, ...emphasis].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(
        ([written]) => !emphasis.includes(pattern) || written.split(/\s+/).length <= MOST_WORDS,
      )
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  const spans: { start: number; end: number }[] = []
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else spans.push({ ...span })
  }
  return spans
}
