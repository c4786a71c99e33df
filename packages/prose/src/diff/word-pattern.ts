import { isCommonLetter, lettersEnd } from '../letters.ts'

const BLANK = '[ \\u00A0\\u202F\\u2009]'
const UNIT =
  '(?:%|‰|€|\\$|£|°C|km²|m²|m³|km|cm|mm|kg|MW|GW|kW|kWh|MWh|GWh|TWh|Md€|M€|k€|euros?|milliers?|millions?|milliards?|million|billion|percent|dollars?)'
const MONTH =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)'

const NUMBER = `\\d+(?:[.,]?${BLANK}?\\d{3}(?!\\d))*(?:[.,]\\d+)*`
const SCALE = '(?:milliers?|millions?|milliards?|billion)'
/** French words with an elided last letter. Not `n’`: its verb would lose the negation. */
const ELIDED = '(?:[CDJLMSTcdjlmst]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi)?[Qq]u)'
const ENDS = '(?![\\p{L}\\p{N}])'

/**
 * What counts as one word: note calls, pandoc citations, addresses, link targets, dates, references
 * to an article, numbers with their unit, elided words (`l’eau`), signs.
 */
const PATTERNS = {
  note: '\\[\\^[^\\]\\s]{1,80}\\](?!:)',
  citations: '\\[(?:[^\\[\\]\\n@]{0,80}[\\s;])?-?@[\\p{L}\\p{N}_][^\\[\\]\\n]{0,400}\\](?![(\\[])',
  citation: '@(?<![\\p{L}\\p{N}]@)[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:.#$%&+?<>~/-]*[\\p{L}\\p{N}_])?',
  address: '(?:https?:\\/\\/|www\\.)[^\\s()<>\\]"]*[^\\s()<>\\]".,;:!?*]',
  target: [
    '(?<=\\]\\()(?:[^()<\\s]|\\([^()\\s]*\\))+',
    '(?<=\\]\\(<)[^<>\\n]+',
    '(?<=(?:^|\\n) {0,3}\\[[^\\]^\\n][^\\]\\n]{0,200}\\]: <?)[^\\s<>]+',
    '(?<=(?:href|src)=")[^"\\n]+',
  ].join('|'),
  number: [
    `\\d{1,2}(?:er)?${BLANK}${MONTH}(?:${BLANK}\\d{4})?${ENDS}`,
    '\\d{4}-\\d{2}-\\d{2}',
    `${NUMBER}(?:${BLANK}?${SCALE} d[e’']${BLANK}?euros|${BLANK}?${UNIT}|)${ENDS}`,
  ].join('|'),
  opened: [
    `${MONTH} \\d{1,2}(?:, \\d{4})?${ENDS}`,
    `(?:[dlDL][’'])?(?:articles?|art\\.)${BLANK}(?:[LRDA]\\.?${BLANK}?\\*?)?\\d+(?:-\\d+)*`,
  ].join('|'),
  ideogram: '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]',
  words: "[\\p{L}\\p{N}\\p{M}_]+(?:['’‑-][\\p{L}\\p{N}\\p{M}_]+)*['’]?",
  parts: `${ELIDED}['’](?=\\p{L})|[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}\\p{N}\\p{M}]+)*['’]?`,
  signs: '\\\\[!-\\/:-@\\[-`{-~]|\\]\\(|([^\\s\\p{L}\\p{N}])\\1*',
}

/** How finely a text is cut: into whole words, or also at hyphens and elisions. */
export type Fineness = 'words' | 'parts'

// Compiled on first use, since few are needed.
const compiled: Partial<Record<keyof typeof PATTERNS, RegExp>> = {}

/** Where the match of a pattern at this offset ends; 0 when there is no match. */
function endOf(name: keyof typeof PATTERNS, text: string, from: number): number {
  compiled[name] ??= new RegExp(PATTERNS[name], 'uy')
  const pattern = compiled[name]
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** The end of the word that begins at an offset, which must not be a blank. */
export function wordEnd(text: string, from: number, fineness: Fineness): number {
  return (
    callEnd(text, from) ||
    addressEnd(text, from) ||
    figureEnd(text, from) ||
    commonSignEnd(text, from, fineness) ||
    commonWordEnd(text, from, fineness) ||
    endOf(fineness, text, from) ||
    endOf('signs', text, from) ||
    from + 1
  )
}

function callEnd(text: string, from: number): number {
  if (text[from] === '@') return endOf('citation', text, from)
  if (text[from] !== '[') return 0
  const note = text[from + 1] === '^' ? endOf('note', text, from) : 0
  return note || (text.slice(from, from + 85).includes('@') ? endOf('citations', text, from) : 0)
}

function addressEnd(text: string, from: number): number {
  const address =
    text.startsWith('http', from) || text.startsWith('www.', from)
      ? endOf('address', text, from)
      : 0
  return address || (mayBeTarget(text, from) ? endOf('target', text, from) : 0)
}

/** True when a link target may begin here. */
function mayBeTarget(text: string, from: number): boolean {
  const before = text[from - 1]
  if (before === ' ') return text[from - 2] === ':' && text[from - 3] === ']'
  return before === '(' || before === '<' || before === '"'
}

function figureEnd(text: string, from: number): number {
  const code = text.charCodeAt(from)
  if (code >= 48 && code <= 57) return endOf('number', text, from)
  if (code >= FIRST_IDEOGRAM) return endOf('ideogram', text, from)
  if (!isCommonLetter(code)) return 0
  const end = lettersEnd(text, from)
  const isElided = end === from + 1 && text.startsWith('art', from + 2)
  return isElided || OPENERS.has(text.slice(from, end)) ? endOf('opened', text, from) : 0
}

/** The end of a run of one sign, of an escape, or of `](`; 0 when a pattern must decide. */
function commonSignEnd(text: string, from: number, fineness: Fineness): number {
  const code = text.charCodeAt(from)
  if (continuesWord(code, fineness) || isUncommon(code)) return 0
  if (text.startsWith('](', from) || (code === BACKSLASH && isAsciiSign(text.charCodeAt(from + 1))))
    return from + 2
  let end = from + 1
  while (text.charCodeAt(end) === code) end += 1
  return end
}

/** The end of a word in common letters; 0 when a pattern must decide. */
function commonWordEnd(text: string, from: number, fineness: Fineness): number {
  let at = from
  while (continuesWord(text.charCodeAt(at), fineness)) {
    do at += 1
    while (continuesWord(text.charCodeAt(at), fineness))
    const isElision = text[at] === '’' || text[at] === "'"
    const joins = isElision || (fineness === 'words' && (text[at] === '-' || text[at] === '‑'))
    if (isUncommon(text.charCodeAt(at)) || (joins && isUncommon(text.charCodeAt(at + 1)))) return 0
    if (isElision && fineness === 'parts' && IS_ELIDED.test(text.slice(from, at))) return at + 1
    if (joins && continuesWord(text.charCodeAt(at + 1), fineness)) at += 1
    else return isElision ? at + 1 : at
  }
  return 0
}

const IS_ELIDED = new RegExp(`^${ELIDED}$`)

/** The first code of Chinese, Japanese and other scripts without blanks between words. */
const FIRST_IDEOGRAM = 0x2e80
const UNDERSCORE = 95
const BACKSLASH = 92

function continuesWord(code: number, fineness: Fineness): boolean {
  return isCommonLetter(code) || (code === UNDERSCORE && fineness === 'words')
}

function isAsciiSign(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

/** True for a UTF-16 unit that only a pattern can classify. */
function isUncommon(code: number): boolean {
  return (
    code > 0xa0 &&
    code !== 0xab &&
    code !== 0xbb &&
    !isCommonLetter(code) &&
    !(code >= 0x2000 && code < 0x2070)
  )
}

/**
 * The end of a plain word or single sign, found without a pattern; else `from`. Such a word is its
 * own key (`wordKey`).
 */
export function plainEnd(text: string, from: number): number {
  if (mayBeTarget(text, from)) return from
  let end = from
  while (isLatin(text.charCodeAt(end))) end += 1
  if (end === from)
    return LONE.has(text[from] ?? '') && text[from + 1] !== text[from] ? from + 1 : from
  return AFTER.has(text[end] ?? '') && !OPENERS.has(text.slice(from, end)) ? end : from
}

const LONE: ReadonlySet<string> = new Set('.,;:!?')
const AFTER: ReadonlySet<string> = new Set(['', ...' \n.,;!?)'])
/** Words that may begin a longer unit, such as `article 3` or `mai 2024`. */
const OPENERS: ReadonlySet<string> = new Set([
  'www',
  'article',
  'articles',
  'art',
  ...MONTH.slice(3, -1).split('|'),
])

function isLatin(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7)
  )
}

/** The form of a word that is compared: words with one key differ in typography only. */
export function wordKey(text: string): string {
  if (isOrdinary(text) || PLAIN.test(text)) return text
  const bare = text.length === 2 && text.startsWith('\\') ? text.slice(1) : text
  return bare
    .normalize('NFC')
    .replace(/[’ʼ]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/[ \u00A0\u202F\u2009]/gu, '')
    .replace(/‑/gu, '-')
    .replace(/^-{3,}$/u, '---')
}

function isOrdinary(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 32 || code > 126 || code === 92) return false
  }
  return !text.startsWith('---')
}

const PLAIN = /^[0-9A-Za-zÀ-ÖØ-öø-ſ]+$/
