import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Chapter } from '../edition.ts'
import { type Desk, ownBookmark, type Scope } from './desk.ts'
import { flow } from './flow.ts'
import { measure } from './measure.ts'
import { paragraph, plain, span } from './paragraph.ts'

/** An axis: its title, the question it answers, its introduction, then its proposals. */
export function chapter(text: Chapter, desk: Desk): Element[] {
  const { id, number, title, question, introduction, notes, measures } = text
  const scope: Scope = { prefix: ['c', number], notes }
  desk.footnotes.startChapter()
  return [
    paragraph({
      style: 'Heading_20_1',
      level: 1,
      name: ownBookmark(desk, { kind: 'chapter', id }),
      before: [span('Cahier_20_Over', `${desk.edition.words.axis} ${number}.`), x('text:line-break')],
      text: plain(title),
    }),
    ...(question === ''
      ? []
      : [paragraph({ style: 'Cahier_20_Question', name: desk.anchors('c', number, 'question'), text: plain(question) })]),
    ...flow(introduction, desk, scope),
    ...measures.flatMap((each) => measure(each, desk)),
  ]
}
