const ENDINGS =
  'fr|com|org|net|eu|io|be|ch|ca|uk|de|info|gouv|coop|dev|app|md|html?|ya?ml|json|js|mjs|cjs|ts|tsx|jsx|vue|css|scss|pdf|od[tsp]|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|gif|svg|webp|py|rs|rb|go|java|php|sh|toml|xml|zip|gz|exe|lock|conf|cfg|ini|log|sql|epub'

const FILE_NAME = new RegExp(
  `\\.(?<=(?:\\b|(?=-))(?<![\\p{L}\\p{M}\\d_./-])(?<before>(?:[a-z\\d_-]+[./]){0,30}[a-z\\d_-]+)\\.)(?:${ENDINGS})(?:/[^\\s«»<>"\\uFFFC]*[^\\s«»<>"\\uFFFC.,;:!?)\\]…’'])?(?![\\p{L}\\p{M}\\d_-])`,
  'giu',
)

const DIGITS = '0123456789'
const SMALL_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LETTERS = `${SMALL_LETTERS}${SMALL_LETTERS.toUpperCase()}`
/** In `pairs`, any sign outside ASCII. */
const OTHER = '\x7F'
const ANY = String.fromCharCode(...Array(128).keys())
const ANY_BUT_BLANKS = ANY.slice(33)
const BLANKS = ` \t\n\v\f\r${OTHER}`
const EMOTICON_ENDS = `'-()DPpOo|/\\*${OTHER}`

/** A kind of text among words that is not prose. */
export interface ProtectedPattern {
  readonly what: string
  /**
   * Pairs of adjacent signs: each key is a first sign, and its value has all signs that may follow
   * it. Every match contains a pair.
   */
  readonly pairs: Readonly<Record<string, string>>
  /** Matches every text that `pattern` matches, and is faster. */
  readonly hint?: RegExp
  /**
   * For speed, a match may begin at a rare sign inside the protected part. The group `before` then
   * holds the start of the part, up to this sign.
   */
  readonly pattern: () => RegExp
}

/** Parts of a text that fixes must not change. Its Markdown marks are already removed. */
export const PROTECTED: readonly ProtectedPattern[] = [
  {
    what: 'address',
    pairs: { '/': '/' },
    hint: /:\/\//,
    pattern: () =>
      /(?=[hfgs])(?<![\p{L}\p{M}\d])(?:https?|ftps?|git|ssh|file):\/\/[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  },
  {
    what: 'www address',
    pairs: { '.': ANY_BUT_BLANKS },
    hint: /www\./,
    pattern: () => /(?=w)(?<![\p{L}\p{M}\d.])www\.[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  },
  {
    what: 'e-mail address',
    pairs: { '@': ANY },
    hint: /[^\s@]@[^\s@]+\./,
    pattern: () =>
      /@(?<=(?<![\p{L}\p{M}\d._%+-])(?<before>[\p{L}\d._%+-]+)@)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  },
  {
    what: 'handle',
    pairs: { '@': ANY },
    pattern: () => /(?<![\p{L}\p{M}\d@])@[\p{L}\d][\p{L}\d_/-]*/gu,
  },
  {
    what: 'file name',
    pairs: { '.': LETTERS },
    hint: new RegExp(`\\.(?:${ENDINGS})(?![a-z\\d_])`, 'i'),
    pattern: () => FILE_NAME,
  },
  {
    what: 'image or link that is none',
    pairs: { ']': '(' },
    // The address has a space, or a size after it: ` =600x`.
    pattern: () =>
      /\]\((?=[^()\n]*(?:\/|\.[a-z\d]{2,5}\)))[^()\n\uFFFC]{1,300}\)|\]\([^\n]{1,300}? =(?=x?\d)(?:\d+%?)?x?(?:\d+%?|\*)?\)/g,
  },
  // The rule of pandoc, which excludes prices.
  {
    what: 'dollar formula',
    pairs: { $: ANY },
    pattern: () =>
      /(?<![\\$\p{L}\p{M}\d])\$(?![\s$])[^$\uFFFC]{1,300}(?<![\s\\])\$(?![\d$])|\$\$[^$]{1,2000}\$\$/gu,
  },
  {
    what: 'braces',
    pairs: { '{': ANY },
    pattern: () =>
      /\{\{[^{}]{0,300}\}\}\}?|\{%(?:[^{%]|\{(?!%)|%(?!\})){0,2000}%\}|\{[#.:@$]?[\w-][^{}\n]{0,300}\}|\{[ \t]?[#.:*](?:[^{}\n]|\{[^{}\n]{0,300}\}){0,2000}\}/g,
  },
  {
    what: 'CriticMarkup',
    pairs: { '{': ANY },
    // The parser takes the `~~` of a substitution as strikethrough, and leaves its arrow.
    pattern: () =>
      /\{(?:\+\+[^{}]{0,2000}\+\+|--[^{}]{0,2000}--|~~[^{}]{0,2000}~~|==[^{}]{0,2000}==|>>[^{}]{0,2000}<<|[^{}~]{0,2000}~>[^{}]{0,2000})\}/g,
  },
  { what: 'ERB template', pairs: { '<': '%' }, pattern: () => /<%[^<>]{0,300}%>/g },
  { what: 'directive line', pairs: { ':': ':' }, pattern: () => /^[ \t]*:::*.*$/gm },
  {
    what: 'component fields',
    pairs: { ':': ' \n' },
    hint: /\n[a-z][\w-]*:/,
    pattern: () => /^[a-z][\w-]*:(?: .*)?(?:\n[a-z][\w-]*:(?: .*)?)+$/gm,
  },
  {
    what: 'inline directive',
    pairs: { ':': SMALL_LETTERS },
    pattern: () => /(?<![\p{L}\p{M}\d:]):{1,2}[a-z][\w-]*(?=[[{])/gu,
  },
  {
    what: 'admonition line',
    pairs: { '!': '!', '?': '?', '=': '=', '[': '!' },
    hint: /^(?:!!!|\?\?\?|===|\[!)/m,
    pattern: () => /^(?:(?:!!!|\?\?\?\+?|===!?)[ \t].*$|\[![\w-]+\][+-]?)/gm,
  },
  {
    what: 'label',
    pairs: { '*': '[', '[': '^[tT' },
    pattern: () =>
      /^\*\[[^\]\n]{1,60}\]:|\[\^[^\]\n]{1,60}\]:?|\[\[[^\]\n]{1,200}\]\]|^\[(?:toc|TOC)\]$/gm,
  },
  {
    what: 'emoji name',
    pairs: { ':': `${SMALL_LETTERS}${DIGITS}_+-` },
    hint: /:[a-z\d_+-]+:/,
    pattern: () =>
      /(?<![\p{L}\p{M}\d:]):(?:[a-z\d_+-]*[a-z][a-z\d_+-]*|[+-]1):(?![\p{L}\p{M}\d:])/gu,
  },
  {
    what: 'emoticon',
    pairs: { ':': EMOTICON_ENDS, ';': EMOTICON_ENDS, '=': EMOTICON_ENDS, '<': '3', '^': '^' },
    hint: /[:;=]['’]?-?[()DPpOo|/\\*]|<3|\^\^/,
    pattern: () =>
      /(?<![^\s])(?:[:;=]['’]?-?[()DPpOo|/\\*](?![\p{L}\p{M}\d/])|<3|\^\^)(?![\p{L}\p{M}\d])/gu,
  },
  {
    what: 'name that ends with a mark',
    pairs: { '!': ANY, '?': ANY },
    hint: /[acdmoty][ \u00A0\u202F]?!|h\?/,
    pattern: () =>
      /(?<![\p{L}\p{M}])(?:Yahoo|Joomla|Jeopardy|Wham|Panic|Hello,? [Ww]orld|Let’s Encrypt)[ \u00A0\u202F]?!|(?<![\p{L}\p{M}])Which\?/gu,
  },
  {
    what: 'commit prefix',
    pairs: { ':': BLANKS },
    hint: /:(?=\s)(?<=(?:eat|fix|docs?|hore|ctor|perf|vert|uild|ci|reak|\))!?:)/,
    pattern: () =>
      /(?<![\p{L}\p{M}\d])(?:(?:feat|fix|docs?|chore|refactor|perf|revert|build|ci|break)(?:\([^()\n]{1,60}\))?|(?:test|style)\([^()\n]{1,60}\))!?:(?=\s)/gu,
  },
  {
    what: 'Windows path',
    pairs: { '\\': ANY },
    pattern: () => /(?<![\p{L}\p{M}\d])(?:[A-Za-z]:\\|\\\\)[^\s«»"<>|\uFFFC]*/gu,
  },
  {
    what: 'IPv6 address',
    pairs: { ':': `${DIGITS}abcdefABCDEF:` },
    hint: /:[\da-fA-F]{0,4}:/,
    pattern: () => /(?<![\w:])(?:[\da-fA-F]{1,4})?(?::[\da-fA-F]{0,4}){2,8}(?![\w:])/g,
  },
  {
    what: 'character reference',
    pairs: { '&': `${LETTERS}#` },
    pattern: () => /&(?:#x?[\da-fA-F]{1,6}|[a-zA-Z]{2,30}\d{0,2});/g,
  },
  {
    what: 'path',
    pairs: { '/': `${LETTERS}${DIGITS}_.-` },
    hint: /(?:^|[\s(«“"[~.])\//,
    pattern: () => /(?<![^\s(«“"[])(?:~|\.{1,2})?\/[\w.-][\w./-]*[\w/]/g,
  },
  {
    what: 'identifier',
    pairs: { _: `${LETTERS}${DIGITS}${OTHER}`, '(': ')', '=': `${LETTERS}${DIGITS}_"'` },
    hint: /[\p{L}\d]_|\(\)|[a-zA-Z\d]=/u,
    pattern: () =>
      /(?<![\p{L}\p{M}\d_])[\p{L}\w.]*(?:[\p{L}\d]_[\p{L}\d]|[a-zA-Z_]\(\)|[a-zA-Z\d]=[\w"'])[\p{L}\w.="'()]*;?/gu,
  },
  {
    what: 'call',
    pairs: { '.': '.' },
    hint: /\w\([^()\n]*\.{3}/,
    pattern: () =>
      /\((?<=(?<![\p{L}\p{M}\d_$])(?<before>[\w$]+)\()(?=[^()\n]*\.{3})[^()\n]{0,80}\)/gu,
  },
  {
    what: 'method chain',
    pairs: { ')': '.' },
    hint: /\)\.[\w$]/,
    pattern: () =>
      /\)(?<=(?<![\p{L}\p{M}\d_$])(?<before>[\w$]+\([^()\n]{0,80})\))(?:\.[\w$]+)+;?/gu,
  },
  {
    what: 'operator',
    pairs: { ':': ':', '!': '=', '=': '>', '-': '>-', '&': '&', '|': '|' },
    pattern: () => /[\w]+(?:::[\w]+)+|!==?|[=-]>|&&|\|\||(?<![^\s])--[a-z][\w-]*/g,
  },
  {
    what: 'snippet line',
    pairs: { 8: '<' },
    pattern: () => /^;?-+8<-+(?:[ \t]*(?:\n"[^"\n]*")+(?:\n-+8<-+)?$|.*$)/gm,
  },
  {
    what: 'line of a module',
    pairs: { ' ': `"'={*` },
    hint: /^(?:import|export)[ \t]/m,
    pattern: () =>
      /^import[ \t](?:[\w$*{][\w$*{}, \t\n]{0,500}[ \t}]from[ \t])?["'][^"'\n]{1,300}["'];?|^export[ \t](?:const|let|var|function|default|[*{]).*$/gm,
  },
  {
    what: 'list of quoted values',
    pairs: { '[': `"'` },
    pattern: () =>
      /\[(?:"[^"\n]{0,80}"|'[^'\n]{0,80}')(?:,[ \t]*(?:"[^"\n]{0,80}"|'[^'\n]{0,80}')){0,30}\]/g,
  },
]

/**
 * Parts of a Markdown source that fixes must not change: parts over several blocks, or between
 * signs that Markdown removes.
 */
export const PROTECTED_IN_SOURCE: readonly Omit<ProtectedPattern, 'pairs'>[] = [
  {
    what: 'diagram',
    hint: /^[ \t]*@start/m,
    pattern: () => /^[ \t]*@start[a-z]+\b(?:[^@]|@(?!start|end)){0,20000}?^[ \t]*@end[a-z]+/gm,
  },
  {
    // Not `\[...\]`, which pandoc writes for an ellipsis in brackets.
    what: 'TeX formula',
    hint: /\\[([]/,
    pattern: () =>
      /\\\\?(?:\((?:[^\\\n]|\\(?!\\?[()[\]])|\n(?![ \t\r]*\n)){1,2000}?\\\\?\)|\[(?!(?:\\?\.){2,3}\\)(?:[^\\\n]|\\(?!\\?[()[\]])|\n(?![ \t\r]*\n)){1,2000}?\\\\?\]|\[[ \t\r]*\n(?:[^\\]|\\(?!\\?[()[\]])){1,5000}?\n[ \t>]*\\\\?\])/g,
  },
]
