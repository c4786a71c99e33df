import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { type Chapter, chapterLabel } from '../edition/chapter.ts'
import { type Desk, ownBookmark, type Scope } from './desk.ts'
import { flow } from './flow.ts'
import { inOwnLanguage } from './inline.ts'
import { paragraph, plain, span } from './paragraph.ts'

/**
 * An axis up to its first proposal, or a whole chapter of a book: its title, the question it
 * answers, its introduction.
 */
export function chapterOpening(chapter: Chapter, desk: Desk): Element[] {
  const { id, number, title, lang, question, introduction, notes } = chapter
  const scope: Scope = { prefix: ['c', number], notes, mark: '' }
  return [
    paragraph({
      style: 'Heading_20_1',
      level: 1,
      name: ownBookmark(desk, { kind: 'chapter', id }),
      before: over(chapter, desk),
      text: inOwnLanguage(plain(title), lang),
    }),
    ...(question === ''
      ? []
      : [
          paragraph({
            style: 'Cahier_20_Question',
            name: desk.anchors('c', number, 'question'),
            text: plain(question),
          }),
        ]),
    ...flow(introduction, desk, scope),
  ]
}

/** « Axe 2. » before the title of a chapter; nothing before one that is no axis. */
function over(chapter: Chapter, { edition }: Desk): ElementContent[] {
  const label = chapterLabel(chapter, edition)
  return label === '' ? [] : [span('Cahier_20_Over', `${label}.`), x('text:line-break')]
}
