import type { Page } from './page.ts'

/**
 * The attributes that say which language an element is in, a BCP 47 tag; none where it is that of
 * what it stands in. XHTML has two names for it, and reading systems know one or the other.
 */
export function ownLanguage(
  tag: string | undefined,
  dialect: Page['dialect'],
): Readonly<Record<string, string>> {
  if (tag === undefined) return {}
  return dialect === 'epub' ? { lang: tag, 'xml:lang': tag } : { lang: tag }
}
