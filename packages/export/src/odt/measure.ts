import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Measure, PrintedRequest, PrintedSection } from '../edition.ts'
import { type Desk, ownBookmark, type Scope } from './desk.ts'
import { flow, writerOf } from './flow.ts'
import { hangingNumber } from './hanging-number.ts'
import { inline } from './inline.ts'
import { paragraph, plain, span, tab } from './paragraph.ts'
import { statement } from './statement.ts'

/** A proposal in print order: title, status, summary, facts, what people consent to, requests, who disagrees, the decision, the rest. */
export function measure(text: Measure, desk: Desk): Element[] {
  const { id, number, title, statusLabel, summary, facts, sections, requests } = text
  const scope: Scope = { prefix: ['b', number], notes: text.notes }
  const after = sections.findLastIndex(({ normative }) => normative) + 1 || sections.length
  const name = (...words: (string | number)[]): string => desk.anchors('b', number, ...words)
  return [
    paragraph({
      style: 'Heading_20_2',
      level: 2,
      name: ownBookmark(desk, { kind: 'measure', id }),
      before: [span('Cahier_20_Rank', `${number}.`), tab()],
      text: plain(title),
    }),
    paragraph({ style: 'Cahier_20_Status', name: name('status'), text: plain(statusLabel) }),
    paragraph({
      style: 'Cahier_20_Summary',
      name: name('summary'),
      before: hangingNumber(summary.number),
      text: inline(summary.nodes, writerOf(desk, scope)),
    }),
    ...facts.map(({ label, value }, index) =>
      paragraph({ style: 'Cahier_20_Fact', name: name('fact', index + 1), text: [span('Cahier_20_Label', label), tab(), ...plain(value)] }),
    ),
    ...sections.slice(0, after).flatMap((section) => printedSection(section, id, desk, scope)),
    ...requested(requests, desk, scope),
    ...disputed(text, desk),
    ...decided(text, desk),
    ...sections.slice(after).flatMap((section) => printedSection(section, id, desk, scope)),
  ]
}

function printedSection({ id, title, nodes }: PrintedSection, measureId: string, desk: Desk, scope: Scope): Element[] {
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
        before: [...hangingNumber(number), span('Cahier_20_Label', addresseeLabel), x('text:line-break')],
        text: inline(nodes, writerOf(desk, scope)),
      }),
    ),
  ]
}

function disputed({ number, dissent }: Measure, desk: Desk): Element[] {
  if (dissent.length === 0) return []
  const title = sectionTitle(desk.anchors('b', number, 'dissent'), desk.edition.words.dissent)
  return [title, ...dissent.flatMap((each, index) => statement(each, ['b', number, 'dissent', index + 1], desk))]
}

function decided({ number, decision }: Measure, desk: Desk): Element[] {
  if (decision === null) return []
  return [
    sectionTitle(desk.anchors('b', number, 'decision'), desk.edition.words.decision),
    paragraph({ style: 'Cahier_20_Decision', name: desk.anchors('b', number, 'decision', 'record'), text: plain(decision.sentence) }),
  ]
}

function sectionTitle(name: string, title: string): Element {
  return paragraph({ style: 'Heading_20_3', level: 3, name, text: plain(title) })
}
