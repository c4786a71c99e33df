import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Chapter, chapterLabel } from '../edition/edition.ts'
import { flowToHast } from './flow-to-hast.ts'
import { ownLanguage, type Page, unlessEmpty } from './page.ts'

/** The top of a chapter: label (« Axe 3 »), title and introduction. `notice` is below the title. */
export function chapterTopToHast(
  chapter: Chapter,
  page: Page,
  scope: string,
  level: 1 | 2,
  { id, notice = null }: { readonly id?: string; readonly notice?: Element | null } = {},
): (ElementContent | null)[] {
  return [
    unlessEmpty('p.over', chapterLabel(chapter, page.edition)),
    h(`h${level}`, { id, ...ownLanguage(chapter.lang, page.dialect) }, chapter.title),
    notice,
    unlessEmpty('p.question', chapter.question),
    ...flowToHast(chapter.introduction, page, scope, level),
  ]
}
