import { STANCE_KINDS, type StanceKind } from '@cahier/core'
import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { chapterTitle } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled, listed } from '../edition/labels.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { type Member, nameAlone } from '../edition/member.ts'
import type { Overview, SurveyedChapter, SurveyedMeasure } from '../edition/overview.ts'
import { measureLink, type Page } from './page.ts'
import { scrollable } from './table-to-hast.ts'

/** Signs in every font, distinct even when photocopied. */
const signs: Readonly<Record<StanceKind, string>> = {
  consent: '+',
  reservation: '±',
  objection: '×',
  abstention: '○',
}
const silent = '·'

/** A table of stances. Each cell has a sign and a word, to need no colour or legend. */
export function consensusToHast(page: Page, overview: Overview): Element {
  const { words } = page.edition
  const { chapters, collectives } = overview
  const names = collectives.map((member) =>
    h('th', { scope: 'col', className: ['c'] }, nameAlone(member.name, member.example, words)),
  )
  const head = h('tr', [
    h('th', { scope: 'col' }, words.proposal),
    h('th', { scope: 'col' }, words.status),
    ...names,
  ])
  const bodies = chapters
    .filter((chapter) => chapter.measures.length > 0)
    .map((chapter) => body(chapter, page, collectives))
  return scrollable(h('table.stances', [h('thead', head), ...bodies]), words.consensus, page)
}

export function legendToHast({ words, language }: Edition, { collectives }: Overview): Element {
  const labels = new Map(
    collectives.flatMap((member) =>
      Object.values(member.stances).map(({ stance, label }) => [stance, label]),
    ),
  )
  const entries = STANCE_KINDS.flatMap((kind) =>
    labels.has(kind) ? [`${signs[kind]}\u00A0${labels.get(kind)}`] : [],
  )
  return h('p.legend', [
    h('em', labelled(words.legend, language)),
    ' ',
    [...entries, `${silent}\u00A0${words.silent}`].join('\u2003'),
  ])
}

function body(chapter: SurveyedChapter, page: Page, members: readonly Member[]): Element {
  return h('tbody', [
    h('tr', h('th', { scope: 'rowgroup', colSpan: members.length + 2 }, chapterTitle(chapter))),
    ...chapter.measures.map((measure) => row(measure, page, members)),
  ])
}

function row(measure: SurveyedMeasure, page: Page, members: readonly Member[]): Element {
  return h('tr', [
    h('th', { scope: 'row' }, measureLink(measure.id, measureTitle(measure), page)),
    h(
      'td',
      page.dialect === 'html' && members.length > 0
        ? [measure.statusLabel, ' ', stanceBar(measure, members, page.edition)]
        : measure.statusLabel,
    ),
    ...members.map((member) => h('td.c', cell(member, measure, page.edition))),
  ])
}

function cell(member: Member, measure: SurveyedMeasure, edition: Edition): Element[] {
  const stance = member.stances[measure.id]
  if (stance === undefined && member.unasked.includes(measure.id))
    return [h('small', edition.words.unasked)]
  if (stance === undefined) return [sign(silent), h('small', edition.words.silent)]
  return [
    sign(signs[stance.stance]),
    h('small', stance.stale ? `${stance.label}, ${edition.words.stale}` : stance.label),
  ]
}

function sign(value: string): Element {
  return h('span', { ariaHidden: 'true' }, value)
}

/**
 * One shape per member who was asked or spoke: full, half, crossed or empty square; a dash for
 * silence.
 */
function stanceBar(
  measure: Pick<Measure, 'id'>,
  members: readonly Member[],
  edition: Edition,
): Element {
  const stances = members.flatMap(({ stances: { [measure.id]: stance }, unasked }) =>
    stance === undefined && unasked.includes(measure.id) ? [] : [stance],
  )
  const groups = order.map((kind) => ({
    kind,
    own: stances.filter((stance) => (stance?.stance ?? 'silent') === kind),
  }))
  const counts = groups
    .filter(({ own }) => own.length > 0)
    .map(
      ({ own }) =>
        `${labelled(own[0]?.label ?? edition.words.silent, edition.language)} ${own.length}`,
    )
  const shapes = groups
    .flatMap(({ kind, own }) => own.map(() => kind))
    .map((kind, index) => shape[kind](index * step))
  const width = Math.max(step * stances.length, 1)
  return s(
    'svg.bar',
    {
      viewBox: `0 0 ${width} ${step}`,
      width,
      role: 'img',
      ariaLabel: listed(counts, edition.language),
    },
    [
      s('path', { d: shapes.map(([outline]) => outline).join('') }),
      ...[shapes.map(([, ink]) => ink).join('')].filter(Boolean).map((d) => s('path.full', { d })),
    ],
  )
}

type Kind = StanceKind | 'silent'

const step = 10
const order: readonly Kind[] = [...STANCE_KINDS, 'silent']

/** Outline and filled part of the square at `x`. */
const shape: Readonly<Record<Kind, (x: number) => readonly [outline: string, ink: string]>> = {
  consent: (x) => [square(x), `M${x + 1} 1h8v8h-8z`],
  reservation: (x) => [square(x), `M${x + 1} 1v8h8z`],
  objection: (x) => [`${square(x)}M${x + 1} 1l8 8m0-8l-8 8`, ''],
  abstention: (x) => [square(x), ''],
  silent: (x) => [`M${x + 3} 5h4`, ''],
}

function square(x: number): string {
  return `M${x + 1} 1h8v8h-8z`
}
