import { STANCE_KINDS } from '@cahier/core'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type MeasureChange, sinceEditionLabel } from '../edition/changes.ts'
import { type Edition, editionAndDay } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { signatureToHast } from '../markup/answer-to-hast.ts'
import { colophonToHast } from '../markup/colophon-to-hast.ts'
import { flowToHast } from '../markup/flow-to-hast.ts'
import { notices } from '../markup/heading.ts'
import { measureLink, type Page } from '../markup/page.ts'
import { progressToHast } from '../markup/progress-to-hast.ts'
import { worksToHast } from '../markup/works-to-hast.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { type BookPage, bookPages } from './book-page.ts'

export function titleText(edition: Edition): BookPage {
  const line = (text: string, properties = {}) => (text === '' ? [] : [h('p', properties, text)])
  const body = h('section', { className: ['title'], 'epub:type': 'titlepage' }, [
    ...line(edition.publisher),
    h('h1', edition.title || edition.name),
    ...line(edition.subtitle, { className: ['subtitle'] }),
    h('hr'),
    ...line(editionAndDay(edition)),
    ...notices(edition),
  ])
  return {
    path: bookPages.title,
    title: edition.title || edition.name,
    properties: [],
    body: [body],
  }
}

/** Statuses and stances; empty without proposals. */
export function consensusText(edition: Edition, page: Page): BookPage[] {
  if (!edition.chapters.some((chapter) => chapter.measures.length > 0)) return []
  const { words } = edition
  const body = h('section', [
    h('h1', words.consensus),
    ...notices(edition),
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
  const { signature } = edition.words
  return [
    {
      path: bookPages.signature,
      title: signature,
      properties: [],
      body: [signatureToHast({ ...page, shift: 1 })],
    },
  ]
}

export function bibliographyText(edition: Edition, page: Page): BookPage[] {
  if (edition.bibliography.length === 0) return []
  const { bibliography } = edition.words
  const body = h(
    'section',
    { role: 'doc-bibliography', 'epub:type': 'bibliography', ariaLabel: bibliography },
    [h('h1', bibliography), worksToHast(page)],
  )
  return [{ path: bookPages.bibliography, title: bibliography, properties: [], body: [body] }]
}

export function colophonText(edition: Edition): BookPage {
  const { colophon } = edition.words
  const body = h(
    'section',
    { role: 'doc-colophon', 'epub:type': 'colophon', ariaLabel: colophon },
    [h('h1', colophon), colophonToHast(edition)],
  )
  return { path: bookPages.colophon, title: colophon, properties: [], body: [body] }
}

/** All stances, in sentences: a table would be too wide, and tiresome to listen to. */
function stancesByMeasure(page: Page): Element[] {
  return page.edition.chapters
    .filter((chapter) => chapter.measures.length > 0)
    .flatMap((chapter) => [
      h('h3', chapter.title),
      ...chapter.measures.map((measure) => stancesOnMeasure(measure, page)),
    ])
}

function stancesOnMeasure(measure: Measure, page: Page): Element {
  const { edition } = page
  const title = `${measure.number}. ${withoutFullStop(measure.title)}`
  return h('div', { className: ['said'] }, [
    h('p', [measureLink(measure.id, title, page), `, ${measure.statusLabel}.`]),
    ...groups(measure, edition).map(([label, names]) =>
      h('p', [h('em', labelled(label, edition.language)), ` ${names.join(', ')}.`]),
    ),
  ])
}

/** Members by stance, most favourable first; silent members last. */
function groups(
  measure: Measure,
  edition: Edition,
): (readonly [label: string, names: readonly string[]])[] {
  const { words, collectives } = edition
  const byLabel = new Map<string, string[]>()
  const add = (label: string, name: string) =>
    byLabel.set(label, [...(byLabel.get(label) ?? []), name])
  for (const kind of STANCE_KINDS)
    for (const member of collectives) {
      const stance = member.stances[measure.id]
      if (stance?.stance !== kind) continue
      add(
        stance.stale ? `${stance.label}, ${words.stale}` : stance.label,
        nameAlone(member.name, member.example, words),
      )
    }
  for (const member of collectives)
    if (member.stances[measure.id] === undefined && !member.unasked.includes(measure.id))
      add(words.silent, nameAlone(member.name, member.example, words))
  return [...byLabel]
}

/** The changelog, then changes by proposal; empty without a previous edition. */
export function changesText(edition: Edition, page: Page): BookPage[] {
  const { changes, words } = edition
  if (changes === null) return []
  const body = h('section', { ariaLabel: words.changes }, [
    h('h1', words.changes),
    ...notices(edition),
    h('p', { className: ['lede'] }, sinceEditionLabel(changes, edition)),
    ...flowToHast(changes.words, page, 'c', 1),
    ...(changes.measures.length === 0
      ? []
      : [
          h(
            'ul',
            { className: ['plain'] },
            changes.measures.map((change) => item(change, page)),
          ),
        ]),
  ])
  return [{ path: bookPages.changes, title: words.changes, properties: [], body: [body] }]
}

function item(change: MeasureChange, page: Page): Element {
  const href = change.kind === 'left' ? null : page.hrefOf({ kind: 'measure', id: change.id })
  const title = href === null ? change.title : h('a', { href }, measureTitle(change))
  return h('li', [h('p', title), h('p', { className: ['about'] }, change.sentence)])
}
