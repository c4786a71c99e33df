import type { Element } from 'xast'
import { x } from 'xastscript'
import { dayInWords } from '../day-in-words.ts'
import {
  type Measure,
  type PrintedRequest,
  type PrintedSection,
  splitSections,
} from '../edition/measure.ts'
import { amendmentsLeft } from './amendments-left.ts'
import { type Desk, ownBookmark, type Scope } from './desk.ts'
import { flow, writerOf } from './flow.ts'
import { answerForm } from './form.ts'
import { hangingNumber } from './hanging-number.ts'
import { inline } from './inline.ts'
import { paragraph, plain, span, tab } from './paragraph.ts'
import { statement } from './statement.ts'
import { wovenMeasure } from './tracked/woven-measure.ts'

/**
 * A proposal in print order: title, status, summary, facts, what people consent to, requests, who
 * disagrees, the decision, the rest, what happened to it, room to answer; then the amendments that
 * could not be woven into it.
 */
export function measure(text: Measure, desk: Desk): Element[] {
  const { id, number, statusLabel, facts } = text
  const { title, summary, requests, sections, left, kept } = wovenMeasure(text, desk.edition)
  const scope: Scope = { prefix: ['b', number], notes: text.notes, mark: text.mark, kept }
  const [before, after] = splitSections(sections)
  const name = (...words: (string | number)[]): string => desk.anchors('b', number, ...words)
  const written = [
    paragraph({
      style: 'Heading_20_2',
      level: 2,
      name: ownBookmark(desk, { kind: 'measure', id }),
      before: [span('Cahier_20_Rank', `${number}.`), tab()],
      text: inline(title, writerOf(desk, scope)),
    }),
    ...(statusLabel === ''
      ? []
      : [paragraph({ style: 'Cahier_20_Status', name: name('status'), text: plain(statusLabel) })]),
    ...(summary.length === 0
      ? []
      : [
          paragraph({
            style: 'Cahier_20_Summary',
            name: name('summary'),
            before: hangingNumber(text.summary.number, text.mark),
            text: inline(summary, writerOf(desk, scope)),
          }),
        ]),
    ...facts.map(({ label, value }, index) =>
      paragraph({
        style: 'Cahier_20_Fact',
        name: name('fact', index + 1),
        text: [span('Cahier_20_Label', label), tab(), ...plain(value)],
      }),
    ),
    ...before.flatMap((section) => printedSection(section, id, desk, scope)),
    ...requested(requests, desk, scope),
    ...disputed(text, desk),
    ...decided(text, desk),
    ...after.flatMap((section) => printedSection(section, id, desk, scope)),
    ...lived(text, desk),
    ...answerForm(text, desk),
  ]
  return amendmentsLeft(written, left, desk, scope)
}

function printedSection(
  { id, title, nodes }: PrintedSection,
  measureId: string,
  desk: Desk,
  scope: Scope,
): Element[] {
  const name = ownBookmark(desk, { kind: 'section', id: measureId, section: id })
  return [sectionTitle(name, title), ...flow(nodes, desk, scope)]
}

function requested(requests: readonly PrintedRequest[], desk: Desk, scope: Scope): Element[] {
  if (requests.length === 0) return []
  return [
    sectionTitle(desk.anchors(...scope.prefix, 'requests'), desk.edition.words.requests),
    ...requests.map(({ number, addressee, addresseeLabel, nodes }) =>
      paragraph({
        style: 'Cahier_20_Request',
        name: desk.anchors(...scope.prefix, 'request', addressee),
        before: [
          ...hangingNumber(number, scope.mark),
          span('Cahier_20_Label', addresseeLabel),
          x('text:line-break'),
        ],
        text: inline(nodes, writerOf(desk, scope)),
      }),
    ),
  ]
}

function disputed({ number, dissent }: Measure, desk: Desk): Element[] {
  if (dissent.length === 0) return []
  const title = sectionTitle(desk.anchors('b', number, 'dissent'), desk.edition.words.dissent)
  return [
    title,
    ...dissent.flatMap((each, index) => statement(each, ['b', number, 'dissent', index + 1], desk)),
  ]
}

function decided({ number, decision }: Measure, { anchors, edition }: Desk): Element[] {
  if (decision === null) return []
  const line = (part: readonly (string | number)[], text: string): Element =>
    paragraph({
      style: 'Cahier_20_Decision',
      name: anchors('b', number, 'decision', ...part),
      text: plain(text),
    })
  return [
    sectionTitle(anchors('b', number, 'decision'), edition.words.decision),
    line(['record'], decision.sentence),
    ...decision.rulings.map((ruling, index) => line(['ruling', index + 1], ruling)),
  ]
}

function lived({ number, life }: Measure, { anchors, edition }: Desk): Element[] {
  if (life.length === 0) return []
  return [
    sectionTitle(anchors('b', number, 'life'), edition.words.life),
    ...life.map(({ date, label }, index) =>
      paragraph({
        style: 'Cahier_20_Life',
        name: anchors('b', number, 'life', index + 1),
        text: [span('Cahier_20_Label', dayInWords(date, edition.language)), tab(), ...plain(label)],
      }),
    ),
  ]
}

function sectionTitle(name: string, title: string): Element {
  return paragraph({ style: 'Heading_20_3', level: 3, name, text: plain(title) })
}
