import type { Language } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { languageTag } from '../language-tag.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { type CslItem, cslText } from './csl-item.ts'
import { TERMS } from './terms.ts'

/** Periodicals: their title follows that of the article without « In ». */
export const SERIALS: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
  'review-book',
  'periodical',
])

/** Whether the work is a part of something that bears a title of its own. */
export function isPart(item: CslItem): boolean {
  return cslText(item, 'container-title') !== ''
}

/**
 * The title: in italics, or between quotation marks when it is that of a part; a short one goes
 * inside a sentence. `lang` marks a foreign one.
 */
export function cslTitle(
  item: CslItem,
  variable: 'title' | 'short',
  language: Language,
): PhrasingContent[] {
  const short =
    cslText(item, 'title-short') || cslText(item, 'shortTitle') || cslText(item, 'title')
  const title = variable === 'short' ? withoutFullStop(short) : cslText(item, 'title')
  if (title === '') return []
  if (!isPart(item)) return [italic(title, item, language)]
  const [open, close] = TERMS[language].quote
  const marked: PhrasingContent = {
    type: 'text',
    value: withinQuotes(title, language),
    ...foreign(item, language),
  }
  return [{ type: 'text', value: open }, marked, { type: 'text', value: close }]
}

/** Words in italics, marked with their language when it is not the edition's. */
export function italic(value: string, item: CslItem, language: Language): PhrasingContent {
  return { type: 'emphasis', children: [{ type: 'text', value }], ...foreign(item, language) }
}

/** The language of a work, marked on its title where it is not the edition's. */
function foreign(item: CslItem, language: Language): { readonly data?: { readonly lang: string } } {
  const lang = languageTag(cslText(item, 'language'))
  return lang === '' || lang.toLowerCase().startsWith(language) ? {} : { data: { lang } }
}

// A quotation within a quotation takes the second kind of quotes.
function withinQuotes(title: string, language: Language): string {
  return language === 'fr'
    ? title.replace(/«\s*/gu, '“').replace(/\s*»/gu, '”')
    : title.replace(/“/g, '‘').replace(/”/g, '’')
}
