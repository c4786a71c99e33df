import type { Span } from '../span.ts'

/** A Markdown file cut at its front matter. Offsets are in the whole text. */
interface SplitText {
  /** The YAML between the two `---` lines, or `null`. */
  readonly head: Span | null
  /**
   * True without a closing line: the front matter then ends before the first line that cannot be
   * YAML.
   */
  readonly unclosed: boolean
  readonly bodyStart: number
}

/**
 * Finds the front matter between a first line `---` and the next `---` or `...`, after an optional
 * BOM.
 */
export function splitHead(text: string): SplitText {
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
  // No empty line is between the two characters of a Windows line end.
  const found = text.search(/^(?!(?<=\r)\n)(?:#{1,6} |[ \t]*$)/m)
  const end = found < 0 ? text.length : found
  return { head: { start, end }, unclosed: true, bodyStart: end }
}

/**
 * The offset of the Markdown after any kind of front matter. Without a closing line there is none.
 */
export function bodyStartOf(text: string): number {
  const from = text.startsWith('\uFEFF') ? 1 : 0
  const { head, unclosed, bodyStart } = splitHead(text)
  if (head !== null && !unclosed) return bodyStart
  for (const one of FRONT_MATTER) {
    const end = endOf(one, text, from + (/^\s*\n/.exec(text.slice(from))?.[0].length ?? 0))
    if (end > 0) return end
  }
  return from
}

/** A kind of front matter other than YAML between `---` at the top. */
interface FrontMatter {
  readonly what: string
  /** The first line. */
  readonly opens: RegExp
  /** The last line; by default the one before the first that is not `within`. */
  readonly closes?: RegExp
  /** All lines between; any line by default. */
  readonly within?: RegExp
  /** Prose may look the same: a known key is then required. */
  readonly isLikeProse?: true
}

const KEY = /^[A-Za-z_][\w-]*:/
const YAML = /^(?:[ \t]*|[ \t]*(?:[-#\]}]|["']?[\p{L}_][\p{L}\w-]*["']?[ \t]*:).*|[ \t]{2,}.*)$/u
const FIELDS = /^(?:[A-Za-z_][\w-]*:|[ \t]+\S).*$/

/** In the order they are tried. */
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

const READ_BY_PROGRAMS =
  /^(?:title|date|authors?|slug|tags|categor(?:y|ies)|lang|layout|permalink|status|summary|description):/i

function endOf(
  { opens, closes, within, isLikeProse }: FrontMatter,
  text: string,
  from: number,
): number {
  const lines = /([^\r\n]*)(?:\r\n|\n|\r|$)/y
  lines.lastIndex = from
  let isRead = isLikeProse !== true
  for (let at = from; at < text.length; at = lines.lastIndex) {
    const line = lines.exec(text)?.[1] ?? ''
    if (at === from && !opens.test(line)) return 0
    if (at > from && closes?.test(line)) return isRead ? lines.lastIndex : 0
    if (at > from && within?.test(line) === false) {
      const ends = closes === undefined && isRead && (isLikeProse !== true || line.trim() === '')
      return ends ? at : 0
    }
    isRead ||= READ_BY_PROGRAMS.test(line)
  }
  return closes === undefined && isRead ? text.length : 0
}
