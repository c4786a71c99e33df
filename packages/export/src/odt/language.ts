/** A BCP 47 tag as the three attributes of ODF. A spelling dictionary needs a country: the most usual one where the tag has none. */
export function languageProperties(tag: string): Readonly<Record<string, string>> {
  const [language = 'fr', ...rest] = tag.split('-')
  const script = rest.find((subtag) => subtag.length === 4)
  const country = rest.find((subtag) => /^(?:[A-Za-z]{2}|\d{3})$/.test(subtag)) ?? usualCountry[language.toLowerCase()] ?? 'none'
  return {
    'fo:language': language.toLowerCase(),
    'fo:country': country.toUpperCase().replace('NONE', 'none'),
    ...(script === undefined ? {} : { 'fo:script': script }),
  }
}

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
}
