import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Work } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { measureLink, type Page, workId } from './page.ts'

/** The bibliography: works with level of evidence, reservations and citations. */
export function worksToHast(page: Page): Element {
  const measures = new Map(
    page.edition.chapters.flatMap((chapter) =>
      chapter.measures.map(({ number, id }) => [number, id]),
    ),
  )
  return h(
    'ul.works',
    page.edition.bibliography.map((work) =>
      h('li', { id: workId(work.id) }, [
        h('p', inlineToHast(work.nodes, page, 'w')),
        ...about(work, page, measures),
      ]),
    ),
  )
}

function about(work: Work, page: Page, measures: ReadonlyMap<number, string>): Element[] {
  const { words, language } = page.edition
  const parts: (Element | string)[][] = []
  if (work.level !== '')
    parts.push([
      `${labelled(words.level, language)} ${work.level}${work.levelLabel === '' ? '' : `, ${work.levelLabel}`}`,
    ])
  if (work.citedIn.length > 0)
    parts.push([
      `${labelled(words.citedIn, language)} `,
      ...work.citedIn.flatMap((number, index) => [
        ...(index > 0 ? [', '] : []),
        citing(number, measures.get(number), page),
      ]),
    ])
  const line = parts.flatMap((part, index) => (index > 0 ? ['. ', ...part] : part))
  return [
    ...(line.length > 0 ? [h('p.about', [...line, '.'])] : []),
    ...(work.reservations === ''
      ? []
      : [
          h('p.about', [
            h('em', labelled(words.reservationAbout, language)),
            ' ',
            work.reservations,
          ]),
        ]),
  ]
}

function citing(number: number, id: string | undefined, page: Page): Element | string {
  return id === undefined ? `§${number}` : measureLink(id, `§${number}`, page)
}
