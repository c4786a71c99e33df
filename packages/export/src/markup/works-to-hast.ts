import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import type { Work } from '../edition/edition.ts'
import { measuresOf } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { measureLink, type Page, workId } from './page.ts'

/** The bibliography: works with level of evidence, reservations and citations. */
export function worksToHast(page: Page): Element {
  const measures = new Map(measuresOf(page.edition).map(({ number, id }) => [number, id]))
  return h(
    'ul.works',
    page.edition.bibliography.map((work) =>
      h(
        'li',
        { id: workId(work.id) },
        h('p', inlineToHast(work.nodes, page, 'w')),
        ...about(work, page, measures),
      ),
    ),
  )
}

function about(
  { level, levelLabel, citedIn, reservations }: Work,
  page: Page,
  measures: ReadonlyMap<number, string>,
): Child[] {
  const { words, language } = page.edition
  const evidence = [level, levelLabel].filter(Boolean).join(', ')
  const citations = citedIn.flatMap((number, index) => [
    index > 0 ? ', ' : null,
    measureLink(measures.get(number) ?? '', `§${number}`, page),
  ])
  const parts = [
    ...(level === '' ? [] : [[`${labelled(words.level, language)} ${evidence}`]]),
    ...(citedIn.length === 0 ? [] : [[`${labelled(words.citedIn, language)} `, ...citations]]),
  ]
  const line = parts.flatMap((part, index) => (index > 0 ? ['. ', ...part] : part))
  return [
    line.length > 0 ? h('p.about', [...line, '.']) : null,
    reservations === ''
      ? null
      : h('p.about', [h('em', labelled(words.reservationAbout, language)), ' ', reservations]),
  ]
}
