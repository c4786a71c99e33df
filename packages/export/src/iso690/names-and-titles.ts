import type { Language } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { textNode } from '../edition/nodes.ts'
import { languageTag } from '../language-tag.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { type CslItem, type CslName, cslText } from './csl-item.ts'
import { TERMS } from './terms.ts'

/** CSL types of articles: the title of their periodical follows without « In ». */
export const SERIALS: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
  'review-book',
  'periodical',
])

/** True for a part of a work, such as an article. */
export function isPart(item: CslItem): boolean {
  return cslText(item, 'container-title') !== ''
}

/** The title in italics, or in quotes for a part of a work. `short` has no final full stop. */
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
  const marked = { ...textNode(withinQuotes(title, language)), ...foreign(item, language) }
  return [textNode(open), marked, textNode(close)]
}

export function italic(value: string, item: CslItem, language: Language): PhrasingContent {
  return { type: 'emphasis', children: [textNode(value)], ...foreign(item, language) }
}

function foreign(item: CslItem, language: Language): { readonly data?: { readonly lang: string } } {
  const lang = languageTag(cslText(item, 'language'))
  return lang === '' || lang.toLowerCase().startsWith(language) ? {} : { data: { lang } }
}

// Inner quotation marks take their second form: “ ” inside « ».
function withinQuotes(title: string, language: Language) {
  return language === 'fr'
    ? title.replace(/«\s*/gu, '“').replace(/\s*»/gu, '”')
    : title.replace(/“/g, '‘').replace(/”/g, '’')
}

/**
 * Full names: « IZOARD, Celia, BERNERS-LEE, M. et Techologie ». Organisations keep their spelling.
 */
export function fullNames(names: readonly CslName[], language: Language): PhrasingContent[] {
  const named = names.filter((name) => !isOthers(name))
  const written = named.map(
    (name) => name.literal || [name.family.toUpperCase(), name.given].filter(Boolean).join(', '),
  )
  return joined(written, named.length < names.length, language)
}

/** Family names for notes: one or two, else the first and *et al.* */
export function shortNames(names: readonly CslName[], language: Language): PhrasingContent[] {
  const named = names.filter((name) => !isOthers(name))
  const written = named.map((name) => name.literal || name.family.toUpperCase())
  const hasOthers = named.length > 2 || named.length < names.length
  return joined(written.slice(0, hasOthers ? 1 : 2), hasOthers, language)
}

function isOthers(name: CslName) {
  return /^et al\.?$|^et alii$/i.test(name.literal)
}

function joined(
  names: readonly string[],
  hasOthers: boolean,
  language: Language,
): PhrasingContent[] {
  if (hasOthers)
    return [textNode(`${names.join(', ')} `), { type: 'emphasis', children: [textNode('et al.')] }]
  const listed = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean)
  const value = listed.join(` ${TERMS[language].and} `)
  return names.length === 0 ? [] : [textNode(value)]
}
