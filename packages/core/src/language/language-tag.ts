import type { LintOptions } from '../model/manifest.ts'
import type { Language } from '../model/message.ts'

/** The language of messages for a BCP 47 tag: French for any French, else English. */
export function languageOfTag(tag: string): Language {
  return /^fr(?:-|$)/i.test(tag) ? 'fr' : 'en'
}

/** The French locale for a language tag (BCP 47): `fr-FR` unless it names another country. */
export function frenchLocale(language: string): LintOptions['locale'] {
  const [spoken = '', ...subtags] = language.toLowerCase().split('-')
  const country =
    spoken === 'fr'
      ? COUNTRIES.find((locale) => subtags.includes(locale.slice(3).toLowerCase()))
      : undefined
  return country ?? 'fr-FR'
}

const COUNTRIES: readonly LintOptions['locale'][] = ['fr-BE', 'fr-CH', 'fr-CA']
