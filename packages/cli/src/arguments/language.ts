import type { Language } from '@cahier/core'
import { UsageError } from './usage-error.ts'

/**
 * The language of the messages: `--lang`, `CAHIER_LANG`, the locale, the programme's own, or
 * English.
 */
export function languageFrom(
  option: string,
  environment: NodeJS.ProcessEnv,
  programme: string,
): Language {
  if (option !== '' && option !== 'fr' && option !== 'en') {
    throw new UsageError(
      `--lang prend fr ou en, pas « ${option} »`,
      `--lang takes fr or en, not “${option}”`,
    )
  }
  const locale =
    environment.CAHIER_LANG ||
    environment.LC_ALL ||
    environment.LC_MESSAGES ||
    environment.LANG ||
    localeOf(process.platform)
  for (const wanted of [option, locale, programme]) {
    if (/^fr\b/i.test(wanted.replace('_', '-'))) return 'fr'
    if (/^en\b/i.test(wanted.replace('_', '-'))) return 'en'
  }
  return 'en'
}

// Windows alone has no locale in the environment.
function localeOf(platform: string): string {
  return platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : ''
}
