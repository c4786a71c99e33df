import type { Language } from '../model/finding.ts'
import type { LintOptions } from '../model/manifest.ts'

/** The language of messages for a language tag (BCP 47): French or English. */
export function languageOfTag(tag: string): Language {
  return /^fr(?:-|$)/i.test(tag) ? 'fr' : 'en'
}

/** The French locale for a language tag (BCP 47), by its country; `fr-FR` for other tags. */
export function frenchLocale(language: string): LintOptions['locale'] {
  const [spoken = '', ...subtags] = language.toLowerCase().split('-')
  const country =
    spoken === 'fr'
      ? COUNTRIES.find((locale) => subtags.includes(locale.slice(3).toLowerCase()))
      : undefined
  return country ?? 'fr-FR'
}

const COUNTRIES: readonly LintOptions['locale'][] = ['fr-BE', 'fr-CH', 'fr-CA']
