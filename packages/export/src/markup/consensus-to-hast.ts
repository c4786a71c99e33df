import { STANCE_KINDS, type StanceKind } from '@cahier/core'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { chapterTitle } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { measureTitle } from '../edition/measure.ts'
import { type Member, nameAlone } from '../edition/member.ts'
import type { Overview, SurveyedChapter, SurveyedMeasure } from '../edition/overview.ts'
import { measureLink } from './measure-link.ts'
import type { Page } from './page.ts'
import { stanceBar } from './stance-bar.ts'
import { scrollable } from './table-to-hast.ts'

/** Signs that every font has, and that a photocopy keeps apart. */
const signs: Readonly<Record<StanceKind, string>> = {
  consent: '+',
  reservation: '±',
  objection: '×',
  abstention: '○',
}
const silent = '·'

/**
 * What each member said of each proposal: a sign and its word in every cell, so that nothing hangs
 * on a colour or on a legend.
 */
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
  return scrollable(
    h('table', { className: ['stances'] }, [h('thead', head), ...bodies]),
    words.consensus,
    page,
  )
}

/** The signs that the table uses, with their words. */
export function legendToHast({ words, language }: Edition, { collectives }: Overview): Element {
  const said = new Map(
    collectives.flatMap((member) =>
      Object.values(member.stances).map(({ stance, label }) => [stance, label]),
    ),
  )
  const entries = STANCE_KINDS.flatMap((kind) =>
    said.has(kind) ? [`${signs[kind]}\u00A0${said.get(kind)}`] : [],
  )
  return h('p', { className: ['legend'] }, [
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
    ...members.map((member) => h('td', { className: ['c'] }, cell(member, measure, page.edition))),
  ])
}

function cell(member: Member, measure: SurveyedMeasure, edition: Edition): Element[] {
  const said = member.stances[measure.id]
  if (said === undefined && member.unasked.includes(measure.id))
    return [h('small', edition.words.unasked)]
  if (said === undefined) return [sign(silent), h('small', edition.words.silent)]
  return [
    sign(signs[said.stance]),
    h('small', said.stale ? `${said.label}, ${edition.words.stale}` : said.label),
  ]
}

function sign(value: string): Element {
  return h('span', { ariaHidden: 'true' }, value)
}
