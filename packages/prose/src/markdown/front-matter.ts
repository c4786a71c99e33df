import type { Span } from '../span.ts'

interface FrontMatterSplit {
  /** The YAML between the two `---` lines; `null` without front matter. */
  readonly head: Span | null
  /** True without a closing line: the front matter then ends before a heading or empty line. */
  readonly unclosed: boolean
  readonly bodyStart: number
}

/**
 * Finds the front matter, from a first line `---` to the next `---` or `...`, after an optional
 * BOM.
 */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const from = text.startsWith('\uFEFF') ? 1 : 0
  const opening = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(from, from + 80))
  if (opening === null) return { head: null, unclosed: false, bodyStart: from }
  const start = from + opening[0].length
  const fence = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/gm
  fence.lastIndex = start
  const closing = fence.exec(text)
  if (closing !== null)
    return {
      head: { start, end: closing.index },
      unclosed: false,
      bodyStart: closing.index + closing[0].length,
    }
  // `\r\n` is one line end, with no empty line inside.
  const found = text.search(/^(?!(?<=\r)\n)(?:#{1,6} |[ \t]*$)/m)
  const end = found < 0 ? text.length : found
  return { head: { start, end }, unclosed: true, bodyStart: end }
}

/**
 * The offset of the Markdown after front matter of any kind. Unclosed front matter is not skipped.
 */
export function bodyStartOf(text: string): number {
  const from = text.startsWith('\uFEFF') ? 1 : 0
  const { head, unclosed, bodyStart } = splitFrontMatter(text)
  if (head !== null && !unclosed) return bodyStart
  for (const one of FRONT_MATTER) {
    const end = endOf(one, text, from + (/^\s*\n/.exec(text.slice(from))?.[0].length ?? 0))
    if (end > 0) return end
  }
  return from
}

/** Front matter other than YAML between two `---` lines at the top. */
interface FrontMatter {
  readonly what: string
  readonly opens: RegExp
  /**
   * Matches the last line. Without `closes`, the front matter ends before the first line that
   * `within` does not match.
   */
  readonly closes?: RegExp
  /** Matches the lines between; any line by default. */
  readonly within?: RegExp
  /** True when prose may look the same: a known key, such as `title:`, is then required. */
  readonly isLikeProse?: true
}

const KEY = /^[A-Za-z_][\w-]*:/
const YAML = /^(?:[ \t]*|[ \t]*(?:[-#\]}]|["']?[\p{L}_][\p{L}\w-]*["']?[ \t]*:).*|[ \t]{2,}.*)$/u
const FIELDS = /^(?:[A-Za-z_][\w-]*:|[ \t]+\S).*$/

/** The other kinds of front matter, in the order in which `bodyStartOf` tries them. */
export const FRONT_MATTER: readonly FrontMatter[] = [
  {
    what: 'YAML lower down',
    opens: /^[ \t]*---[ \t]*$/,
    closes: /^[ \t]*(?:---|\.\.\.)[ \t]*$/,
    within: YAML,
  },
  { what: 'TOML', opens: /^\+\+\+[ \t]*$/, closes: /^\+\+\+[ \t]*$/ },
  { what: 'fenced JSON', opens: /^;;;[ \t]*$/, closes: /^;;;[ \t]*$/ },
  { what: 'JSON without braces', opens: /^"[\w-]+"[ \t]*:/, closes: /^;;;[ \t]*$/ },
  { what: 'JSON', opens: /^\{[ \t]*(?:"[\w-]+"[ \t]*:.*)?$/, closes: /^\}[ \t]*$/ },
  {
    what: 'YAML that no line opens',
    opens: KEY,
    closes: /^---[ \t]*$/,
    within: YAML,
    isLikeProse: true,
  },
  { what: 'fields', opens: KEY, within: FIELDS, isLikeProse: true },
  { what: 'Org keywords', opens: /^#\+\w+:/, within: /^#\+/ },
]

const KNOWN_KEY =
  /^(?:title|date|authors?|slug|tags|categor(?:y|ies)|lang|layout|permalink|status|summary|description):/i

function endOf({ opens, closes, within, isLikeProse }: FrontMatter, text: string, from: number) {
  const lines = /([^\r\n]*)(?:\r\n|\n|\r|$)/y
  lines.lastIndex = from
  let isKnown = isLikeProse !== true
  for (let at = from; at < text.length; at = lines.lastIndex) {
    const line = lines.exec(text)?.[1] ?? ''
    if (at === from && !opens.test(line)) return 0
    if (at > from && closes?.test(line)) return isKnown ? lines.lastIndex : 0
    if (at > from && within?.test(line) === false) {
      const ends = closes === undefined && isKnown && (isLikeProse !== true || line.trim() === '')
      return ends ? at : 0
    }
    isKnown ||= KNOWN_KEY.test(line)
  }
  return closes === undefined && isKnown ? text.length : 0
}
