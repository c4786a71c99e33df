import { isRightToLeft } from '../direction.ts'

/**
 * A BCP 47 tag as the attributes of ODF, which names the language of East Asian words and of those
 * written from right to left apart. A spelling dictionary needs a country: the most usual one where
 * the tag has none.
 */
export function languageProperties(tag: string): Readonly<Record<string, string>> {
  const [language = 'fr', ...rest] = tag.split('-')
  const script = rest.find((subtag) => subtag.length === 4)
  const known =
    rest.find((subtag) => /^(?:[A-Za-z]{2}|\d{3})$/.test(subtag)) ??
    usualCountry[language.toLowerCase()] ??
    'none'
  const country = known.toUpperCase().replace('NONE', 'none')
  const apart = scriptOf(tag)
  return {
    'fo:language': language.toLowerCase(),
    'fo:country': country,
    ...(script === undefined ? {} : { 'fo:script': script }),
    ...(apart === ''
      ? {}
      : {
          [`style:language-${apart}`]: language.toLowerCase(),
          [`style:country-${apart}`]: country,
        }),
  }
}

/**
 * Where a language of another script is named apart, Latin letters are those of the labels, which
 * are English.
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
