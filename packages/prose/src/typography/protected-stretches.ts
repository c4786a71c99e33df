import { matchesIn } from '../matches-in.ts'
import { OBJECT } from '../passage/passage.ts'
import { unitsOf } from '../units-of.ts'

/** A stretch of a text: offsets in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const ENDINGS =
  'fr|com|org|net|eu|io|be|ch|ca|uk|de|info|gouv|coop|dev|app|md|html?|ya?ml|json|js|mjs|cjs|ts|tsx|jsx|vue|css|scss|pdf|od[tsp]|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|gif|svg|webp|py|rs|rb|go|java|php|sh|toml|xml|zip|gz|exe|lock|conf|cfg|ini|log|sql|epub'

const FILE_NAME = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_./-])(?:[a-z\\d_-]+\\.)+(?:${ENDINGS})(?:/[^\\s«»<>"\\uFFFC]*[^\\s«»<>"\\uFFFC.,;:!?)\\]…’'])?(?![\\p{L}\\p{M}\\d_-])`,
  'giu',
)

/**
 * What is written among words and is no prose: addresses, file names, formulas, `:emoji:`, templates, attributes, directives, what opens an
 * admonition, emoticons, names that end with a mark, paths, identifiers. A pattern is made, and looked for,
 * only in a text that has one of its signs, and its hint.
 */
const PROTECTED: readonly { readonly signs: string; readonly hint?: RegExp; readonly pattern: () => RegExp }[] = [
  {
    signs: '/',
    hint: /:\/\//,
    pattern: () => /(?<![\p{L}\p{M}\d])(?:https?|ftps?|git|ssh|file):\/\/[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu,
  },
  { signs: '.', hint: /www\./, pattern: () => /(?<![\p{L}\p{M}\d.])www\.[^\s«»<>"\uFFFC]*[^\s«»<>"\uFFFC.,;:!?)\]…’']/gu },
  { signs: '@', pattern: () => /(?<![\p{L}\p{M}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  { signs: '@', pattern: () => /(?<![\p{L}\p{M}\d@])@[\p{L}\d][\p{L}\d_/-]*/gu },
  {
    signs: '.',
    hint: new RegExp(`\\.(?:${ENDINGS})(?![a-z\\d_])`, 'i'),
    pattern: () => FILE_NAME,
  },
  // A formula, as pandoc tells it from prices.
  { signs: '$', pattern: () => /(?<![\\$\p{L}\p{M}\d])\$(?![\s$])[^$\uFFFC]{1,300}(?<![\s\\])\$(?![\d$])|\$\$[^$]{1,2000}\$\$/gu },
  { signs: '{', pattern: () => /\{\{[^{}]{0,300}\}\}\}?|\{%[^{}]{0,300}%\}|\{[#.:@$]?[\w-][^{}\n]{0,300}\}|\{[#.:][^{}\n]{0,300}\}/g },
  { signs: '{', pattern: () => /\{(?:\+\+[^{}]{0,2000}\+\+|--[^{}]{0,2000}--|~~[^{}]{0,2000}~~|==[^{}]{0,2000}==|>>[^{}]{0,2000}<<)\}/g },
  { signs: '<', pattern: () => /<%[^<>]{0,300}%>/g },
  // Directives; what opens an admonition or a tab; the key of a definition, of an abbreviation, of a note that is not written.
  { signs: ':', hint: /::/, pattern: () => /^[ \t]*:::*.*$/gm },
  { signs: ':', hint: /:[a-z]/, pattern: () => /(?<![\p{L}\p{M}\d:]):{1,2}[a-z][\w-]*(?=[[{])/gu },
  { signs: '!?=[', hint: /^(?:!!!|\?\?\?|===|\[!)/m, pattern: () => /^(?:(?:!!!|\?\?\?\+?|===!?)[ \t].*$|\[![\w-]+\][+-]?)/gm },
  { signs: ']', pattern: () => /^\*\[[^\]\n]{1,60}\]:|\[\^[^\]\s]{1,60}\]:?|\[\[[^\]\n]{1,200}\]\]|^\[(?:toc|TOC)\]$/gm },
  { signs: ':', hint: /:[a-z\d_+-]+:/, pattern: () => /(?<![\p{L}\p{M}\d:]):[a-z\d_+-]*[a-z][a-z\d_+-]*:(?![\p{L}\p{M}\d:])/gu },
  {
    signs: ':;=<^',
    hint: /[:;=]['’]?-?[()DPpOo|/\\*]|<3|\^\^/,
    pattern: () => /(?<![^\s])(?:[:;=]['’]?-?[()DPpOo|/\\*](?![\p{L}\p{M}\d/])|<3|\^\^)(?![\p{L}\p{M}\d])/gu,
  },
  {
    signs: '!?',
    hint: /[acdmoty][ \u00A0\u202F]?!|h\?/,
    pattern: () =>
      /(?<![\p{L}\p{M}])(?:Yahoo|Joomla|Jeopardy|Wham|Panic|Hello,? [Ww]orld|Let’s Encrypt)[ \u00A0\u202F]?!|(?<![\p{L}\p{M}])Which\?/gu,
  },
  // Conventional commits, Windows paths, addresses of machines, entities left as they were typed, code.
  {
    signs: ':',
    hint: /(?:eat|fix|docs?|hore|ctor|perf|vert|uild|ci|reak|\))!?:\s/,
    pattern: () =>
      /(?<![\p{L}\p{M}\d])(?:(?:feat|fix|docs?|chore|refactor|perf|revert|build|ci|break)(?:\([^()\n]{1,60}\))?|(?:test|style)\([^()\n]{1,60}\))!?:(?=\s)/gu,
  },
  { signs: '\\', pattern: () => /(?<![\p{L}\p{M}\d])(?:[A-Za-z]:\\|\\\\)[^\s«»"<>|\uFFFC]*/gu },
  { signs: ':', hint: /:[\da-fA-F]{0,4}:/, pattern: () => /(?<![\w:])(?:[\da-fA-F]{1,4})?(?::[\da-fA-F]{0,4}){2,8}(?![\w:])/g },
  { signs: '&', pattern: () => /&(?:#x?[\da-fA-F]{1,6}|[a-zA-Z]{2,30}\d{0,2});/g },
  { signs: '/', hint: /(?:^|[\s(«“"[~.])\//, pattern: () => /(?<![^\s(«“"[])(?:~|\.{1,2})?\/[\w.-][\w./-]*[\w/]/g },
  {
    signs: '_=(',
    hint: /[a-zA-Z\d]_|\(\)|[a-zA-Z\d]=/,
    pattern: () => /(?<![\p{L}\p{M}\d_])[\w.]*(?:[a-zA-Z\d]_[a-zA-Z\d]|[a-zA-Z_]\(\)|[a-zA-Z\d]=[\w"'])[\w.="'()]*;?/gu,
  },
  { signs: ')', hint: /\)\.[\w$]/, pattern: () => /(?<![\p{L}\p{M}\d_$])[\w$]+\([^()\n]{0,80}\)(?:\.[\w$]+)+;?/gu },
  { signs: ':=>&|-', hint: /::|!=|=>|->|&&|\|\||--/, pattern: () => /[\w]+(?:::[\w]+)+|!==?|[=-]>|&&|\|\||(?<![^\s])--[a-z][\w-]*/g },
]

// Each sign has a bit, and a pattern those of its signs.
const SIGNS = [...new Set(PROTECTED.flatMap(({ signs }) => [...signs]))]
const BITS = new Int32Array(128)
SIGNS.forEach((sign, rank) => {
  BITS[sign.charCodeAt(0)] = 1 << rank
})
const WANTED = PROTECTED.map(({ signs }) => signsIn(signs))

function signsIn(text: string): number {
  const units = unitsOf(text)
  const { length } = text
  let signs = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number
    if (unit < 128) signs |= BITS[unit] as number
  }
  return signs
}

/** The stretches of a text that are no prose, in order and apart from each other. */
function protectedStretches(text: string): readonly Stretch[] {
  const signs = signsIn(text)
  if (signs === 0) return []
  const found: Stretch[] = []
  PROTECTED.forEach(({ hint, pattern }, rank) => {
    if ((signs & (WANTED[rank] as number)) === 0 || hint?.test(text) === false) return
    for (const { 0: written, index } of matchesIn(text, pattern())) found.push({ start: index, end: index + written.length })
  })
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
