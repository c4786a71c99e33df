import { splitHead } from './split-head.ts'

/**
 * The offset where the Markdown of a page begins: after its front matter, whichever program reads
 * that. An opening line that nothing closes makes no front matter.
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

/** A way of writing front matter, besides YAML between two lines `---` at the top of the file. */
export interface FrontMatter {
  readonly what: string
  /** The first line. */
  readonly opens: RegExp
  /** The last line; when left out, the one before the first that is not `within`. */
  readonly closes?: RegExp
  /** All lines between; any line when left out. */
  readonly within?: RegExp
  /** Whether prose may look the same: then one key must be one that programs read. */
  readonly isLikeProse?: true
}

const KEY = /^[A-Za-z_][\w-]*:/
const YAML = /^(?:[ \t]*|[ \t]*(?:[-#\]}]|["']?[\p{L}_][\p{L}\w-]*["']?[ \t]*:).*|[ \t]{2,}.*)$/u
const FIELDS = /^(?:[A-Za-z_][\w-]*:|[ \t]+\S).*$/

/** All of them, in the order they are tried. */
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
