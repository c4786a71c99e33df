import { isRightToLeft } from '../direction.ts'
import type { StyleParts } from './styles/style-element.ts'

/** A BCP 47 tag as ODF attributes. A missing country is added: dictionaries need one. */
export function languageProperties(tag: string): Readonly<Record<string, string>> {
  const [language = 'fr', ...rest] = tag.split('-')
  const own = language.toLowerCase()
  const script = rest.find((subtag) => subtag.length === 4)
  const known = rest.find((subtag) => /^(?:[A-Za-z]{2}|\d{3})$/.test(subtag))
  const country = known?.toUpperCase() ?? usualCountry[own] ?? 'none'
  const apart = scriptOf(tag)
  return {
    'fo:language': own,
    'fo:country': country,
    ...(script && { 'fo:script': script }),
    ...(apart && { [`style:language-${apart}`]: own, [`style:country-${apart}`]: country }),
  }
}

/**
 * The language of printed labels, as ODF attributes. Labels are in English in a right-to-left or
 * East Asian document. Empty for other documents.
 */
export function labelsLanguage(tag: string): Readonly<Record<string, string>> {
  return scriptOf(tag) === '' ? {} : { 'fo:language': 'en', 'fo:country': 'GB' }
}

function scriptOf(tag: string): 'complex' | 'asian' | '' {
  if (isRightToLeft(tag)) return 'complex'
  return EAST_ASIAN.has(tag.toLowerCase().split('-')[0] ?? '') ? 'asian' : ''
}

const EAST_ASIAN: ReadonlySet<string> = new Set(['ja', 'ko', 'zh', 'yue'])

const usualCountry: Readonly<Record<string, string>> = {
  fr: 'FR',
  en: 'GB',
  de: 'DE',
  es: 'ES',
  it: 'IT',
  nl: 'NL',
  pt: 'PT',
  ca: 'ES',
  eu: 'ES',
  br: 'FR',
  oc: 'FR',
  ja: 'JP',
  ko: 'KR',
  zh: 'CN',
  he: 'IL',
  fa: 'IR',
}

export function languageStyle(tag: string): string {
  return `Cahier Language ${tag.replace(/[^A-Za-z0-9-]/g, '')}`
}

/** A character style for each of these languages, given as BCP 47 tags. */
export function foreignStyles(tags: ReadonlySet<string>): StyleParts[] {
  return [...tags]
    .sort()
    .map((tag) => ({ family: 'text', name: languageStyle(tag), text: languageProperties(tag) }))
}
