import type { Language } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { withoutFullStop } from '../without-full-stop.ts'
import { type CslItem, textOf } from './csl-item.ts'
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
  return textOf(item, 'container-title') !== ''
}

/** The title: in italics, or between quotation marks when it is that of a part; a short one goes inside a sentence. `lang` marks a foreign one. */
export function titleOf(item: CslItem, variable: 'title' | 'short', language: Language): PhrasingContent[] {
  const short = textOf(item, 'title-short') || textOf(item, 'shortTitle') || textOf(item, 'title')
  const title = variable === 'short' ? withoutFullStop(short) : textOf(item, 'title')
  if (title === '') return []
  if (!isPart(item)) return [italic(title, item, language)]
  const [open, close] = TERMS[language].quote
  const text: PhrasingContent = { type: 'text', value: withinQuotes(title, language) }
  const marked: PhrasingContent = foreign(item, language) ? { ...text, data: { lang: textOf(item, 'language') } } : text
  return [{ type: 'text', value: open }, marked, { type: 'text', value: close }]
}

/** Words in italics, marked with their language when it is not the edition's. */
export function italic(value: string, item: CslItem, language: Language): PhrasingContent {
  const emphasis: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value }] }
  return foreign(item, language) ? { ...emphasis, data: { lang: textOf(item, 'language') } } : emphasis
}

function foreign(item: CslItem, language: Language): boolean {
  const lang = textOf(item, 'language')
  return /^[a-z]{2,3}(?:-|$)/i.test(lang) && !lang.toLowerCase().startsWith(language)
}

// A quotation within a quotation takes the second kind of quotes.
function withinQuotes(title: string, language: Language): string {
  return language === 'fr' ? title.replace(/«\s*/gu, '“').replace(/\s*»/gu, '”') : title.replace(/“/g, '‘').replace(/”/g, '’')
}
