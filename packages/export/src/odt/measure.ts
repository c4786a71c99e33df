import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../edition/edition.ts'
import { dayInWords, labelled } from '../edition/labels.ts'
import {
  type Measure,
  type PrintedSection,
  type Statement,
  splitSections,
  statementDetails,
} from '../edition/printed-measure.ts'
import { ownBookmark } from './anchors.ts'
import { answerForm } from './answer-form.ts'
import { flow, writerOf } from './flow.ts'
import { inline } from './inline.ts'
import type { OdtWriter, Scope } from './odt-writer.ts'
import {
  type Content,
  hangingNumber,
  hangingRank,
  headingOf,
  labelThenTab,
  paragraph,
  plain,
  span,
} from './paragraph.ts'
import { trackAmendments, type UntrackedPart } from './tracked/track-amendments.ts'
import { insertAfter } from './tracked/track-changes.ts'

/** A proposal in print order, then the amendments that could not be tracked in its text. */
export function measure(text: Measure, odt: OdtWriter): Element[] {
  const { id, number, statusLabel, facts, dissent, decision, history } = text
  const { words, language } = odt.edition
  const { title, summary, requests, sections, leftOut, kept } = trackAmendments(text, odt.edition)
  const scope: Scope = { prefix: ['b', number], notes: text.notes, mark: text.mark, kept }
  const writer = writerOf(odt, scope)
  const [before, after] = splitSections(sections)
  const line = (style: string, part: Part, content: Content, start?: Content) =>
    paragraph({
      style: `Cahier ${style}`,
      name: odt.anchors('b', number, ...part),
      ...(start && { before: start }),
      text: content,
    })
  const titled = (part: string, label: string, content: readonly Element[]): Element[] =>
    content.length === 0 ? [] : [headingOf(3, odt.anchors('b', number, part), label), ...content]
  const printed = (section: PrintedSection): Element[] => [
    headingOf(3, ownBookmark(odt, { kind: 'section', id, section: section.id }), section.title),
    ...flow(section.nodes, odt, scope),
  ]
  const name = ownBookmark(odt, { kind: 'measure', id })
  const summaryNumber = hangingNumber(text.summary.number, text.mark)
  const sentences = decision === null ? [] : [decision.sentence, ...decision.rulings]
  const written = [
    headingOf(2, name, inline(title, writer), hangingRank(number)),
    ...(statusLabel === '' ? [] : [line('Status', ['status'], statusLabel)]),
    ...(summary.length === 0
      ? []
      : [line('Summary', ['summary'], inline(summary, writer), summaryNumber)]),
    ...facts.map(({ label, value }, index) =>
      line('Fact', ['fact', index + 1], labelThenTab(label, ...plain(value))),
    ),
    ...before.flatMap(printed),
    ...titled(
      'requests',
      words.requests,
      requests.map((request) =>
        line('Request', ['request', request.addressee], inline(request.nodes, writer), [
          ...hangingNumber(request.number, scope.mark),
          span('Cahier Label', request.addresseeLabel),
          x('text:line-break'),
        ]),
      ),
    ),
    ...titled(
      'dissent',
      words.dissent,
      dissent.flatMap((each, index) => statement(each, ['dissent', index + 1])),
    ),
    ...titled(
      'decision',
      words.decision,
      sentences.map((sentence, index) =>
        line('Decision', ['decision', ...(index === 0 ? ['record'] : ['ruling', index])], sentence),
      ),
    ),
    ...after.flatMap(printed),
    ...titled(
      'life',
      words.life,
      history.map(({ date, label }, index) =>
        line(
          'Life',
          ['life', index + 1],
          labelThenTab(dayInWords(date, language), ...plain(label)),
        ),
      ),
    ),
    ...answerForm(text, odt),
  ]
  // These amendments follow the proposal as tracked insertions: rejecting the insertions restores
  // the printed text.
  for (const [index, item] of leftOut.entries()) {
    const added = line(
      'Amendment',
      ['amendment', index + 1],
      [
        span('Cahier Collective', amendmentLabel(item, odt.edition)),
        ...plain(' '),
        ...inline(item.nodes, writer),
      ],
    )
    insertAfter(written, [added], item.by, odt.changes)
  }
  return written

  function statement(wording: Statement, part: Part): Element[] {
    const { collectiveName, example, argument, liftsIf } = wording
    const speaker = [
      span('Cahier Collective', collectiveName),
      ...(example ? [...plain(' ('), span('Cahier Example', words.example), ...plain(')')] : []),
      ...plain(`, ${statementDetails(wording, odt.edition)}`),
    ]
    const lift = [span('Cahier Label', labelled(words.liftsIf, language)), ...plain(` ${liftsIf}`)]
    return [
      line('Dissent Speaker', part, speaker),
      ...argument
        .split(/\n\s*\n/)
        .map((words) => words.trim().replace(/\s*\n\s*/g, ' '))
        .filter((words) => words !== '')
        .map((words, index) => line('Dissent', [...part, 'p', index + 1], words)),
      ...(liftsIf === '' ? [] : [line('Dissent', [...part, 'lift'], lift)]),
    ]
  }
}

type Part = readonly (string | number)[]

function amendmentLabel(
  { amendment, by, place, added }: UntrackedPart,
  { words, language }: Edition,
) {
  const parts = [
    `${labelled(words.amendment, language)} ${by.creator}`,
    dayInWords(amendment.date, language),
    added ? `${words.addedAfter} ${place}` : place,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
