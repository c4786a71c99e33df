import { STANCE_KINDS } from '@cahier/core'
import type { Element } from 'hast'
import { h } from 'hastscript'
import {
  type Edition,
  editionAndDay,
  type MeasureChange,
  measuresOf,
  sinceEditionLabel,
} from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { colophonToHast, worksToHast } from '../markup/back-matter-to-hast.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { signatureToHast } from '../markup/measure-to-hast.ts'
import { measureLink, notices, type Page, unlessEmpty } from '../markup/page.ts'
import { progressToHast } from '../markup/progress-to-hast.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { type BookPage, bookPages, sectionPage } from './book-page.ts'

/** The title page. */
export function titleText(edition: Edition): BookPage {
  const title = edition.title || edition.name
  const body = h('section.title', { 'epub:type': 'titlepage' }, [
    unlessEmpty('p', edition.publisher),
    h('h1', title),
    unlessEmpty('p.subtitle', edition.subtitle),
    h('hr'),
    unlessEmpty('p', editionAndDay(edition)),
    notices(edition),
  ])
  return { path: bookPages.title, title, properties: [], body: [body] }
}

/** The page of statuses and stances; empty without proposals. */
export function consensusText(edition: Edition, page: Page): BookPage[] {
  if (measuresOf(edition).length === 0) return []
  const { words } = edition
  const body = h('section', [
    h('h1', words.consensus),
    notices(edition),
    h('p', words.consensusIntro),
    h('h2', words.progress),
    progressToHast(edition),
    h('h2', words.collectives),
    ...stancesByMeasure(page),
  ])
  return [{ path: bookPages.consensus, title: words.consensus, properties: ['svg'], body: [body] }]
}

export function signatureText(edition: Edition, page: Page): BookPage[] {
  if (edition.kind !== 'charter') return []
  const body = [signatureToHast({ ...page, shift: 1 })]
  return [{ path: bookPages.signature, title: edition.words.signature, properties: [], body }]
}

export function bibliographyText(edition: Edition, page: Page): BookPage[] {
  const { bibliography: title } = edition.words
  const content = [h('h1', title), worksToHast(page)]
  return edition.bibliography.length === 0
    ? []
    : [sectionPage(bookPages.bibliography, title, 'bibliography', content)]
}

export function colophonText(edition: Edition): BookPage {
  const { colophon: title } = edition.words
  const content = [h('h1', title), colophonToHast(edition)]
  return sectionPage(bookPages.colophon, title, 'colophon', content)
}

/** All stances, in sentences: a table would be too wide for a phone. */
function stancesByMeasure(page: Page): Element[] {
  return page.edition.chapters
    .filter(({ measures }) => measures.length > 0)
    .flatMap(({ title, measures }) => [
      h('h3', title),
      ...measures.map((measure) => stancesOnMeasure(measure, page)),
    ])
}

function stancesOnMeasure(measure: Measure, page: Page): Element {
  const { edition } = page
  const title = `${measure.number}. ${withoutFullStop(measure.title)}`
  return h('div.said', [
    h('p', [measureLink(measure.id, title, page), `, ${measure.statusLabel}.`]),
    ...[...namesByStance(measure, edition)].map(([label, names]) =>
      h('p', [h('em', labelled(label, edition.language)), ` ${names.join(', ')}.`]),
    ),
  ])
}

/** Members by stance in words, most favourable first; silent members last. */
function namesByStance({ id }: Measure, { words, collectives }: Edition): Map<string, string[]> {
  const byLabel = new Map<string, string[]>()
  for (const kind of [...STANCE_KINDS, undefined])
    for (const { name, example, stances, unasked } of collectives) {
      const stance = stances[id]
      if (stance?.stance !== kind || (stance === undefined && unasked.includes(id))) continue
      const label = stance?.stale ? `${stance.label}, ${words.stale}` : stance?.label
      const names = byLabel.get(label ?? words.silent) ?? []
      byLabel.set(label ?? words.silent, [...names, nameAlone(name, example, words)])
    }
  return byLabel
}

/** The page of changes: the changelog, then by proposal. Empty without a previous edition. */
export function changesText(edition: Edition, page: Page): BookPage[] {
  const { changes, words } = edition
  if (changes === null) return []
  const body = h('section', { ariaLabel: words.changes }, [
    h('h1', words.changes),
    notices(edition),
    h('p.lede', sinceEditionLabel(changes, edition)),
    ...flowToHast(changes.words, page, 'c', 1),
    unlessEmpty(
      'ul.plain',
      changes.measures.map((change) => item(change, page)),
    ),
  ])
  return [{ path: bookPages.changes, title: words.changes, properties: [], body: [body] }]
}

function item(change: MeasureChange, page: Page): Element {
  const title =
    change.kind === 'left' ? change.title : measureLink(change.id, measureTitle(change), page)
  return h('li', [h('p', title), h('p.about', change.sentence)])
}
