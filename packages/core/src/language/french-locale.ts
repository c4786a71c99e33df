import type { LintOptions } from '../manifest.ts'

/**
 * The country whose French a language tag (BCP 47) names: that of France when it names none of
 * ours.
 */
export function frenchLocale(language: string): LintOptions['locale'] {
  const [spoken = '', ...subtags] = language.toLowerCase().split('-')
  const country =
    spoken === 'fr'
      ? COUNTRIES.find((locale) => subtags.includes(locale.slice(3).toLowerCase()))
      : undefined
  return country ?? 'fr-FR'
}

const COUNTRIES: readonly LintOptions['locale'][] = ['fr-BE', 'fr-CH', 'fr-CA']
