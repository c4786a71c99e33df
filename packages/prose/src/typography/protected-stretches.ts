import { matchesIn } from '../matches-in.ts'
import { OBJECT } from '../passage/passage.ts'
import type { Span } from '../span.ts'
import { unitsOf } from '../units-of.ts'

const ENDINGS =
  'fr|com|org|net|eu|io|be|ch|ca|uk|de|info|gouv|coop|dev|app|md|html?|ya?ml|json|js|mjs|cjs|ts|tsx|jsx|vue|css|scss|pdf|od[tsp]|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|gif|svg|webp|py|rs|rb|go|java|php|sh|toml|xml|zip|gz|exe|lock|conf|cfg|ini|log|sql|epub'

const FILE_NAME = new RegExp(
  `\\.(?<=(?:\\b|(?=-))(?<![\\p{L}\\p{M}\\d_./-])(?<before>(?:[a-z\\d_-]+\\.){0,30}[a-z\\d_-]+)\\.)(?:${ENDINGS})(?:/[^\\s«»<>"\\uFFFC]*[^\\s«»<>"\\uFFFC.,;:!?)\\]…’'])?(?![\\p{L}\\p{M}\\d_-])`,
  'giu',
)

const DIGITS = '0123456789'
const SMALL_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LETTERS = `${SMALL_LETTERS}${SMALL_LETTERS.toUpperCase()}`
/** Stands for all signs that are not ASCII. */
const OTHER = '\x7F'
const ANY = String.fromCharCode(...Array(128).keys())
const ANY_BUT_BLANKS = ANY.slice(33)
const BLANKS = ` \t\n\v\f\r${OTHER}`
const MOUTHS = `'-()DPpOo|/\\*${OTHER}`

/**
 * What is written among words and is no prose: addresses, file names, formulas, `:emoji:`, templates, attributes, directives and their fields, what
 * opens an admonition, emoticons, names that end with a mark, paths, identifiers. A pattern is made, and looked for,
 * only in a text that has one of its signs with one of those that may follow it, and its hint. One that could begin at any word begins at its rarest sign:
 * what it has `before` that one is looked at backwards.
 */
const PROTECTED: readonly { readonly pairs: Readonly<Record<string, string>>; readonly hint?: RegExp; readonly pattern: () => RegExp }[] = [
  {
    pairs: { '/': '/' },
    hint: /:\/\//,
    pattern: () => /(?=[hfgs])(?<![\p{L}\p{M}\d])(?:https?|ftps?|git|ssh|file):\/\/[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  },
  {
    pairs: { '.': ANY_BUT_BLANKS },
    hint: /www\./,
    pattern: () => /(?=w)(?<![\p{L}\p{M}\d.])www\.[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  },
  {
    pairs: { '@': ANY },
    hint: /[^\s@]@[^\s@]+\./,
    pattern: () => /@(?<=(?<![\p{L}\p{M}\d._%+-])(?<before>[\p{L}\d._%+-]+)@)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  },
  { pairs: { '@': ANY }, pattern: () => /(?<![\p{L}\p{M}\d@])@[\p{L}\d][\p{L}\d_/-]*/gu },
  {
    pairs: { '.': LETTERS },
    hint: new RegExp(`\\.(?:${ENDINGS})(?![a-z\\d_])`, 'i'),
    pattern: () => FILE_NAME,
  },
  // An address with spaces, which makes no link of what it was meant for.
  {
    pairs: { ']': '(' },
    pattern: () => /\]\((?=[^()\n]*(?:\/|\.[a-z\d]{2,5}\)))[^()\n\uFFFC]{1,300}\)/g,
  },
  // A formula, as pandoc tells it from prices.
  { pairs: { $: ANY }, pattern: () => /(?<![\\$\p{L}\p{M}\d])\$(?![\s$])[^$\uFFFC]{1,300}(?<![\s\\])\$(?![\d$])|\$\$[^$]{1,2000}\$\$/gu },
  {
    pairs: { '{': ANY },
    pattern: () => /\{\{[^{}]{0,300}\}\}\}?|\{%[^{}]{0,300}%\}|\{[#.:@$]?[\w-][^{}\n]{0,300}\}|\{[#.:][^{}\n]{0,300}\}/g,
  },
  {
    pairs: { '{': ANY },
    // Where `~~` strikes through, only the arrow is left of a substitution.
    pattern: () =>
      /\{(?:\+\+[^{}]{0,2000}\+\+|--[^{}]{0,2000}--|~~[^{}]{0,2000}~~|==[^{}]{0,2000}==|>>[^{}]{0,2000}<<|[^{}~]{0,2000}~>[^{}]{0,2000})\}/g,
  },
  { pairs: { '<': '%' }, pattern: () => /<%[^<>]{0,300}%>/g },
  // Directives; what opens an admonition or a tab; the key of a definition, of an abbreviation, of a note that is not written.
  { pairs: { ':': ':' }, pattern: () => /^[ \t]*:::*.*$/gm },
  // Fields on lines of their own, as a component has them between its rulers.
  {
    pairs: { ':': ' \n' },
    hint: /\n[a-z][\w-]*:/,
    pattern: () => /^[a-z][\w-]*:(?: .*)?(?:\n[a-z][\w-]*:(?: .*)?)+$/gm,
  },
  { pairs: { ':': SMALL_LETTERS }, pattern: () => /(?<![\p{L}\p{M}\d:]):{1,2}[a-z][\w-]*(?=[[{])/gu },
  {
    pairs: { '!': '!', '?': '?', '=': '=', '[': '!' },
    hint: /^(?:!!!|\?\?\?|===|\[!)/m,
    pattern: () => /^(?:(?:!!!|\?\?\?\+?|===!?)[ \t].*$|\[![\w-]+\][+-]?)/gm,
  },
  {
    pairs: { '*': '[', '[': '^[tT' },
    pattern: () => /^\*\[[^\]\n]{1,60}\]:|\[\^[^\]\n]{1,60}\]:?|\[\[[^\]\n]{1,200}\]\]|^\[(?:toc|TOC)\]$/gm,
  },
  {
    pairs: { ':': `${SMALL_LETTERS}${DIGITS}_+-` },
    hint: /:[a-z\d_+-]+:/,
    pattern: () => /(?<![\p{L}\p{M}\d:]):[a-z\d_+-]*[a-z][a-z\d_+-]*:(?![\p{L}\p{M}\d:])/gu,
  },
  {
    pairs: { ':': MOUTHS, ';': MOUTHS, '=': MOUTHS, '<': '3', '^': '^' },
    hint: /[:;=]['’]?-?[()DPpOo|/\\*]|<3|\^\^/,
    pattern: () => /(?<![^\s])(?:[:;=]['’]?-?[()DPpOo|/\\*](?![\p{L}\p{M}\d/])|<3|\^\^)(?![\p{L}\p{M}\d])/gu,
  },
  {
    pairs: { '!': ANY, '?': ANY },
    hint: /[acdmoty][ \u00A0\u202F]?!|h\?/,
    pattern: () =>
      /(?<![\p{L}\p{M}])(?:Yahoo|Joomla|Jeopardy|Wham|Panic|Hello,? [Ww]orld|Let’s Encrypt)[ \u00A0\u202F]?!|(?<![\p{L}\p{M}])Which\?/gu,
  },
  // Conventional commits, Windows paths, addresses of machines, entities left as they were typed, code.
  {
    pairs: { ':': BLANKS },
    hint: /:(?=\s)(?<=(?:eat|fix|docs?|hore|ctor|perf|vert|uild|ci|reak|\))!?:)/,
    pattern: () =>
      /(?<![\p{L}\p{M}\d])(?:(?:feat|fix|docs?|chore|refactor|perf|revert|build|ci|break)(?:\([^()\n]{1,60}\))?|(?:test|style)\([^()\n]{1,60}\))!?:(?=\s)/gu,
  },
  { pairs: { '\\': ANY }, pattern: () => /(?<![\p{L}\p{M}\d])(?:[A-Za-z]:\\|\\\\)[^\s«»"<>|\uFFFC]*/gu },
  {
    pairs: { ':': `${DIGITS}abcdefABCDEF:` },
    hint: /:[\da-fA-F]{0,4}:/,
    pattern: () => /(?<![\w:])(?:[\da-fA-F]{1,4})?(?::[\da-fA-F]{0,4}){2,8}(?![\w:])/g,
  },
  { pairs: { '&': `${LETTERS}#` }, pattern: () => /&(?:#x?[\da-fA-F]{1,6}|[a-zA-Z]{2,30}\d{0,2});/g },
  {
    pairs: { '/': `${LETTERS}${DIGITS}_.-` },
    hint: /(?:^|[\s(«“"[~.])\//,
    pattern: () => /(?<![^\s(«“"[])(?:~|\.{1,2})?\/[\w.-][\w./-]*[\w/]/g,
  },
  {
    // They may have accents: `longueur_période`.
    pairs: { _: `${LETTERS}${DIGITS}${OTHER}`, '(': ')', '=': `${LETTERS}${DIGITS}_"'` },
    hint: /[\p{L}\d]_|\(\)|[a-zA-Z\d]=/u,
    pattern: () => /(?<![\p{L}\p{M}\d_])[\p{L}\w.]*(?:[\p{L}\d]_[\p{L}\d]|[a-zA-Z_]\(\)|[a-zA-Z\d]=[\w"'])[\p{L}\w.="'()]*;?/gu,
  },
  // What a function is called with: `push(item, ...)`.
  {
    pairs: { '.': '.' },
    hint: /\w\([^()\n]*\.{3}/,
    pattern: () => /\((?<=(?<![\p{L}\p{M}\d_$])(?<before>[\w$]+)\()(?=[^()\n]*\.{3})[^()\n]{0,80}\)/gu,
  },
  {
    pairs: { ')': '.' },
    hint: /\)\.[\w$]/,
    pattern: () => /\)(?<=(?<![\p{L}\p{M}\d_$])(?<before>[\w$]+\([^()\n]{0,80})\))(?:\.[\w$]+)+;?/gu,
  },
  {
    pairs: { ':': ':', '!': '=', '=': '>', '-': '>-', '&': '&', '|': '|' },
    pattern: () => /[\w]+(?:::[\w]+)+|!==?|[=-]>|&&|\|\||(?<![^\s])--[a-z][\w-]*/g,
  },
]

// A bit for each pattern that two signs may stand in; the first of them alone is looked up first.
const PAIRS = new Int32Array(128 * 128)
const FIRST = new Uint8Array(0x10000)
PROTECTED.forEach(({ pairs }, rank) => {
  for (const [sign, nexts] of Object.entries(pairs)) {
    const row = sign.charCodeAt(0)
    FIRST[row] = 1
    for (let at = 0; at < nexts.length; at++) (PAIRS[row * 128 + nexts.charCodeAt(at)] as number) |= 1 << rank
  }
})

/** The patterns, each a bit, of which a text has two signs. */
function patternsFor(text: string): number {
  const units = unitsOf(text)
  const { length } = text
  let wanted = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number
    if (FIRST[unit] === 0) continue
    const next = at + 1 < length ? (units[at + 1] as number) : 0
    wanted |= PAIRS[unit * 128 + Math.min(next, 127)] as number
  }
  return wanted
}

/** The stretches of a text that are no prose, in order and apart from each other. */
function protectedStretches(text: string): readonly Span[] {
  const found: Span[] = []
  for (let wanted = patternsFor(text), rank = 0; wanted !== 0; wanted >>>= 1, rank++) {
    if ((wanted & 1) === 0) continue
    const { hint, pattern } = PROTECTED[rank] as (typeof PROTECTED)[number]
    if (hint?.test(text) === false) continue
    for (const { 0: written, index, groups } of matchesIn(text, pattern()))
      found.push({ start: index - (groups?.before?.length ?? 0), end: index + written.length })
  }
  if (found.length === 0) return found
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: { start: number; end: number }[] = []
  for (const stretch of found) {
    const last = apart.at(-1)
    if (last !== undefined && stretch.start < last.end) last.end = Math.max(last.end, stretch.end)
    else apart.push({ ...stretch })
  }
  return apart
}

/** The text with objects in place of what is no prose, unit for unit; line ends stay. */
export function proseOnly(text: string): string {
  let prose = ''
  let from = 0
  for (const { start, end } of protectedStretches(text)) {
    prose += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, OBJECT)
    from = end
  }
  return from === 0 ? text : prose + text.slice(from)
}
