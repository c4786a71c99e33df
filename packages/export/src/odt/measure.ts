import type { Element } from 'xast'
import { x } from 'xastscript'
import { dayInWords } from '../day-in-words.ts'
import { labelled } from '../edition/labels.ts'
import {
  type Measure,
  type PrintedRequest,
  type PrintedSection,
  type Statement,
  splitSections,
  statementDetails,
} from '../edition/measure.ts'
import { ownBookmark } from './anchors.ts'
import { flow, writerOf } from './flow.ts'
import { answerForm } from './form.ts'
import { inline } from './inline.ts'
import type { OdtWriter } from './odt-writer.ts'
import { hangingNumber, paragraph, plain, span, tab } from './paragraph.ts'
import type { Scope } from './scope.ts'
import { insertAfter } from './tracked/change-register.ts'
import { type UnwovenPart, wovenMeasure } from './tracked/woven-measure.ts'

/** A proposal in print order, then the amendments that could not be tracked in its text. */
export function measure(text: Measure, odt: OdtWriter): Element[] {
  const { id, number, statusLabel, facts } = text
  const { title, summary, requests, sections, left, kept } = wovenMeasure(text, odt.edition)
  const scope: Scope = { prefix: ['b', number], notes: text.notes, mark: text.mark, kept }
  const [before, after] = splitSections(sections)
  const name = (...words: (string | number)[]): string => odt.anchors('b', number, ...words)
  const written = [
    paragraph({
      style: 'Heading_20_2',
      level: 2,
      name: ownBookmark(odt, { kind: 'measure', id }),
      before: [span('Cahier_20_Rank', `${number}.`), tab()],
      text: inline(title, writerOf(odt, scope)),
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
            text: inline(summary, writerOf(odt, scope)),
          }),
        ]),
    ...facts.map(({ label, value }, index) =>
      paragraph({
        style: 'Cahier_20_Fact',
        name: name('fact', index + 1),
        text: [span('Cahier_20_Label', label), tab(), ...plain(value)],
      }),
    ),
    ...before.flatMap((section) => printedSection(section, id, odt, scope)),
    ...requestsIn(requests, odt, scope),
    ...dissentOn(text, odt),
    ...decisionOn(text, odt),
    ...after.flatMap((section) => printedSection(section, id, odt, scope)),
    ...historyOf(text, odt),
    ...answerForm(text, odt),
  ]
  return amendmentsLeft(written, left, odt, scope)
}

function printedSection(
  { id, title, nodes }: PrintedSection,
  measureId: string,
  odt: OdtWriter,
  scope: Scope,
): Element[] {
  const name = ownBookmark(odt, { kind: 'section', id: measureId, section: id })
  return [sectionTitle(name, title), ...flow(nodes, odt, scope)]
}

function requestsIn(requests: readonly PrintedRequest[], odt: OdtWriter, scope: Scope): Element[] {
  if (requests.length === 0) return []
  return [
    sectionTitle(odt.anchors(...scope.prefix, 'requests'), odt.edition.words.requests),
    ...requests.map(({ number, addressee, addresseeLabel, nodes }) =>
      paragraph({
        style: 'Cahier_20_Request',
        name: odt.anchors(...scope.prefix, 'request', addressee),
        before: [
          ...hangingNumber(number, scope.mark),
          span('Cahier_20_Label', addresseeLabel),
          x('text:line-break'),
        ],
        text: inline(nodes, writerOf(odt, scope)),
      }),
    ),
  ]
}

function dissentOn({ number, dissent }: Measure, odt: OdtWriter): Element[] {
  if (dissent.length === 0) return []
  const title = sectionTitle(odt.anchors('b', number, 'dissent'), odt.edition.words.dissent)
  return [
    title,
    ...dissent.flatMap((each, index) => statement(each, ['b', number, 'dissent', index + 1], odt)),
  ]
}

function decisionOn({ number, decision }: Measure, { anchors, edition }: OdtWriter): Element[] {
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

function historyOf({ number, history }: Measure, { anchors, edition }: OdtWriter): Element[] {
  if (history.length === 0) return []
  return [
    sectionTitle(anchors('b', number, 'life'), edition.words.life),
    ...history.map(({ date, label }, index) =>
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

/** A reservation or objection: author, words, and the condition to lift it. */
function statement(
  wording: Statement,
  prefix: readonly (string | number)[],
  { edition, anchors }: OdtWriter,
): Element[] {
  const { words, language } = edition
  const style = 'Cahier_20_Dissent'
  const speaker = [
    span('Cahier_20_Collective', wording.collectiveName),
    ...(wording.example
      ? [...plain(' ('), span('Cahier_20_Example', words.example), ...plain(')')]
      : []),
    ...plain(`, ${statementDetails(wording, edition)}`),
  ]
  const argument = wording.argument
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/\s*\n\s*/g, ' '))
    .filter((part) => part !== '')
  const lift = [
    span('Cahier_20_Label', labelled(words.liftsIf, language)),
    ...plain(` ${wording.liftsIf}`),
  ]
  return [
    paragraph({ style: 'Cahier_20_Dissent_20_Speaker', name: anchors(...prefix), text: speaker }),
    ...argument.map((part, index) =>
      paragraph({ style, name: anchors(...prefix, 'p', index + 1), text: plain(part) }),
    ),
    ...(wording.liftsIf === ''
      ? []
      : [paragraph({ style, name: anchors(...prefix, 'lift'), text: lift })]),
  ]
}

/**
 * Appends the amendments that could not be tracked, as insertions: rejecting all changes restores
 * the printed text.
 */
function amendmentsLeft(
  written: readonly Element[],
  left: readonly UnwovenPart[],
  odt: OdtWriter,
  scope: Scope,
): Element[] {
  const all = [...written]
  for (const [index, item] of left.entries()) {
    const name = odt.anchors(...scope.prefix, 'amendment', index + 1)
    const text = [
      span('Cahier_20_Collective', wording(item, odt)),
      ...plain(' '),
      ...inline(item.nodes, writerOf(odt, scope)),
    ]
    insertAfter(
      all,
      [paragraph({ style: 'Cahier_20_Amendment', name, text })],
      item.by,
      odt.changes,
    )
  }
  return all
}

function wording(
  { amendment, by, place, added }: UnwovenPart,
  { edition: { words, language } }: OdtWriter,
): string {
  const day = dayInWords(amendment.date, language)
  const where = added ? `${words.addedAfter} ${place}` : place
  const parts = [`${labelled(words.amendment, language)} ${by.creator}`, day, where].filter(
    (part) => part !== '',
  )
  return `${parts.join(', ')}.`
}
