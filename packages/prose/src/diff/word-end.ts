import { MONTHS } from '../months.ts'

const BLANK = '[ \\u00A0\\u202F\\u2009]'
const UNIT =
  '(?:%|‰|€|\\$|£|°C|km²|m²|m³|km|cm|mm|kg|MW|GW|kW|kWh|MWh|GWh|TWh|Md€|M€|k€|euros?|milliers?|millions?|milliards?|million|billion|percent|dollars?)'
const MONTH = `(?:${[...MONTHS.fr, ...MONTHS.en].join('|')})`

const NUMBER = `\\d+(?:[.,]?${BLANK}?\\d{3}(?!\\d))*(?:[.,]\\d+)*`
const SCALE = '(?:milliers?|millions?|milliards?|billion)'
/** French words with an elided last letter. `n’` stays with its verb, to show the negation. */
const ELIDED = '(?:[CDJLMSTcdjlmst]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi)?[Qq]u)'
const ENDS = '(?![\\p{L}\\p{N}])'

/**
 * The patterns of one word, tried in this order. A date, a link target or a number with its unit
 * counts as one word.
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

const { words, parts, signs, ...units } = PATTERNS
const patternOf = (fine: string) =>
  new RegExp([...Object.values(units), fine, signs].join('|'), 'uy')
const WORD: Readonly<Record<Fineness, RegExp>> = {
  words: patternOf(words),
  parts: patternOf(parts),
}

/** The end of the word that begins at offset `from`, which must not be a blank. */
export function wordEnd(text: string, from: number, fineness: Fineness): number {
  const pattern = WORD[fineness]
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from + 1
}

/** The form of a word to compare: equal for words that differ in typography only. */
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

const PLAIN = /^[0-9A-Za-zÀ-ÖØ-öø-ſ]+$/
