const BLANK = '[ \\u00A0\\u202F\\u2009]'
const UNIT =
  '(?:%|‰|€|\\$|£|°C|km²|m²|m³|km|cm|mm|kg|MW|GW|kW|kWh|MWh|GWh|TWh|Md€|M€|k€|euros?|milliers?|millions?|milliards?|million|billion|percent|dollars?)(?![\\p{L}\\p{N}])'
const MONTH =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)'

const ADDRESSES = ['https?:\\/\\/[^\\s()<>\\]"]+', '(?<=\\]\\()(?:[^()\\s]|\\([^()\\s]*\\))+']
/** Calls of notes, citations as pandoc writes them, in brackets or in the text. */
const CALLS = [
  '\\[\\^[^\\]\\s]{1,80}\\](?!:)',
  '\\[(?:[^\\[\\]\\n@]{0,80}[\\s;])?-?@[\\p{L}\\p{N}_][^\\[\\]\\n]{0,400}\\](?![(\\[])',
  '@(?<![\\p{L}\\p{N}]@)[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:.#$%&+?<>~/-]*[\\p{L}\\p{N}_])?',
]
const FIGURES = [
  `\\d{1,2}(?:er)?${BLANK}${MONTH}(?:${BLANK}\\d{4})?(?![\\p{L}\\p{N}])`,
  `${MONTH} \\d{1,2}(?:, \\d{4})?(?![\\p{L}\\p{N}])`,
  '\\d{4}-\\d{2}-\\d{2}',
  `(?:[dlDL][’'])?(?:articles?|art\\.)${BLANK}(?:[LRDA]\\.?${BLANK}?\\*?)?\\d+(?:-\\d+)*`,
  `\\d+(?:[.,]?${BLANK}?\\d{3}(?!\\d))*(?:[.,]\\d+)*(?:${BLANK}?(?:milliers?|millions?|milliards?|billion) d[e’']${BLANK}?euros)(?![\\p{L}\\p{N}])`,
  `\\d+(?:[.,]?${BLANK}?\\d{3}(?!\\d))*(?:[.,]\\d+)*${BLANK}?${UNIT}`,
  `\\d+(?:[.,]?${BLANK}?\\d{3}(?!\\d))*(?:[.,]\\d+)*(?![\\p{L}\\p{N}])`,
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]',
]
const SIGNS = ['\\\\[!-\\/:-@\\[-`{-~]', '\\]\\(', '([^\\s\\p{L}\\p{N}])\\1*']

/** How finely a text is cut: in words that people would change as a whole, or in the parts of addresses and of words with a hyphen. */
export type Fineness = 'words' | 'parts'

/**
 * Things that are changed as a whole or not at all, the longest first: calls of notes, citations, addresses, link targets, dates, references
 * to an article, numbers with the blanks between their thousands and with their unit or scale word, words with what is elided before them
 * (`l’eau`), one sign.
 */
const PATTERNS: Readonly<Record<Fineness, readonly string[]>> = {
  words: [...CALLS, ...ADDRESSES, ...FIGURES, "[\\p{L}\\p{N}\\p{M}_]+(?:['’‑-][\\p{L}\\p{N}\\p{M}_]+)*['’]?", ...SIGNS],
  parts: [...CALLS, ...FIGURES, "[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}\\p{N}\\p{M}]+)*['’]?", ...SIGNS],
}

// Large expressions, made when first asked for: most runs cut no text into words.
const made: Partial<Record<Fineness, RegExp>> = {}

function patternOf(fineness: Fineness): RegExp {
  made[fineness] ??= new RegExp(PATTERNS[fineness].join('|'), 'uy')
  return made[fineness]
}

/** The end of the word that begins at an offset, which is no blank. */
export function wordEnd(text: string, from: number, fineness: Fineness): number {
  const plain = plainEnd(text, from)
  if (plain > from) return plain
  const pattern = patternOf(fineness)
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return from + Math.max(1, match === null ? 1 : match[0].length)
}

/** The end of a plain word, or of a lone sign, which no pattern would carry further: most are, and are told without any. Else `from`. */
function plainEnd(text: string, from: number): number {
  // What follows it is the address of a link.
  if (text[from - 1] === '(') return from
  let end = from
  while (isLatin(text.charCodeAt(end))) end += 1
  if (end === from) return LONE.has(text[from] ?? '') && text[from + 1] !== text[from] ? from + 1 : from
  return AFTER.has(text[end] ?? '') && !OPENERS.has(text.slice(from, end)) ? end : from
}

const LONE: ReadonlySet<string> = new Set('.,;:!?')
const AFTER: ReadonlySet<string> = new Set(['', ...' \n.,;!?)'])
/** Words that a number may follow as part of the same thing. */
const OPENERS: ReadonlySet<string> = new Set(['article', 'articles', 'art', ...MONTH.slice(3, -1).split('|')])

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7)
}

/** What a word is compared by: two words with one key differ in typography only. */
export function wordKey(text: string): string {
  if (PLAIN.test(text)) return text
  const bare = text.length === 2 && text.startsWith('\\') ? text.slice(1) : text
  return bare
    .normalize('NFC')
    .replace(/[’ʼ]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/[ \u00A0\u202F\u2009]/gu, '')
    .replace(/‑/gu, '-')
    .replace(/^-{3,}$/u, '---')
}

// Letters and digits that are in normal form and have no other spelling: most words.
const PLAIN = /^[0-9A-Za-zÀ-ÖØ-öø-ſ]+$/
