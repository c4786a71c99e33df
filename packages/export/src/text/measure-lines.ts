import { dayInWords } from '../day-in-words.ts'
import { amendedPlace, amendmentTitle, type PrintedAmendment } from '../edition/amendment.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import {
  type Measure,
  type PrintedSection,
  type Statement,
  splitSections,
  statementDetails,
} from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { type Note, showBreaks } from '../edition/nodes.ts'
import { flowLines } from './flow-lines.ts'
import { inlineText } from './inline-text.ts'
import { barePage, blockLines, COLUMNS, numberedPage, type TextPage, titleLines } from './page.ts'

/** The text of a measure (a proposal as printed): blocks in print order, each a list of lines. */
export function measureLines(measure: Measure, edition: Edition): string[][] {
  const { words } = edition
  const page = numberedPage(edition, measure.mark)
  const bare = barePage(edition)
  const [before, after] = splitSections(measure.sections)
  return [
    titleLines(`§${measure.number} ${measure.title}`, '-'),
    ...(edition.kind === 'tribune'
      ? []
      : [blockLines(`${labelled(words.status, edition.language)} ${measure.statusLabel}`, bare)]),
    blockLines(inlineText(measure.summary.nodes, edition), page, measure.summary.number),
    ...filled(
      measure.facts.flatMap(({ label, value }) =>
        blockLines(`${labelled(label, edition.language)} ${value}`, bare),
      ),
    ),
    ...before.flatMap((section) => sectionLines(section, page)),
    ...section(words.requests, requestLines(measure, page)),
    ...section(
      words.dissent,
      measure.dissent.flatMap((statement) => statementLines(statement, edition)),
    ),
    ...(measure.answer ? answerLines(measure, edition) : []),
    ...section(words.decision, decisionLines(measure, bare)),
    ...after.flatMap((rest) => sectionLines(rest, page)),
    ...section(
      words.amendments,
      measure.amendments.flatMap((amendment) => amendmentLines(amendment, edition)),
    ),
    ...section(words.life, filled(historyLines(measure, bare))),
    ...noteLines(measure.notes, edition),
  ]
}

export function noteLines(notes: readonly Note[], edition: Edition): string[][] {
  return section(
    edition.words.notes,
    notes.map(({ number, nodes }) => {
      const marker = `[${number}] `
      const [first = [], ...others] = flowLines(nodes, {
        ...barePage(edition),
        indent: marker.length,
      })
      return [`${marker}${(first[0] ?? '').trimStart()}`, ...first.slice(1), ...others.flat()]
    }),
  )
}

function section(title: string, blocks: readonly (readonly string[])[]): string[][] {
  return blocks.length === 0 ? [] : [titleLines(title, '~'), ...blocks.map((lines) => [...lines])]
}

function filled(lines: string[]): string[][] {
  return lines.length === 0 ? [] : [lines]
}

function sectionLines({ title, nodes }: PrintedSection, page: TextPage): string[][] {
  return section(title, flowLines(nodes, page))
}

function requestLines({ requests }: Measure, page: TextPage): string[][] {
  const { edition } = page
  return requests.map(({ number, addresseeLabel, nodes }) =>
    blockLines(
      `${labelled(addresseeLabel, edition.language)} ${inlineText(nodes, edition)}`,
      page,
      number,
    ),
  )
}

function statementLines(statement: Statement, edition: Edition): string[][] {
  const { words, language } = edition
  const name = nameAlone(statement.collectiveName, statement.example, words)
  const quoted = { ...barePage(edition), indent: 4 }
  return [
    blockLines(
      labelled(`${name}, ${statementDetails(statement, edition)}`, language),
      barePage(edition),
    ),
    ...statement.argument.split(/\n\s*\n/).map((paragraph) => blockLines(paragraph.trim(), quoted)),
    ...(statement.liftsIf === ''
      ? []
      : [blockLines(`${labelled(words.liftsIf, language)} ${statement.liftsIf}`, quoted)]),
  ].filter((lines) => lines.join('').trim() !== '')
}

function decisionLines({ decision }: Measure, page: TextPage): string[][] {
  return decision === null
    ? []
    : [decision.sentence, ...decision.rulings].map((sentence) => blockLines(sentence, page))
}

function historyLines({ history }: Measure, page: TextPage): string[] {
  const { language } = page.edition
  return history.flatMap(({ date, label }) =>
    blockLines(`${labelled(dayInWords(date, language), language)} ${label}`, page, '', '- '),
  )
}

function amendmentLines(amendment: PrintedAmendment, edition: Edition): string[][] {
  const { words, language } = edition
  const page = numberedPage(edition, '')
  return [
    blockLines(labelled(amendmentTitle(amendment, edition), language), barePage(edition)),
    ...flowLines(amendment.reasons, { ...barePage(edition), indent: 4 }),
    ...amendment.fields.map(({ label, nodes }) =>
      blockLines(`${labelled(label, language)} ${inlineText(nodes, edition)}`, page),
    ),
    ...amendment.blocks.map((block) => {
      const text = inlineText(showBreaks(block.nodes), edition)
      const named = block.added || block.place !== undefined
      return named
        ? blockLines(`${labelled(amendedPlace(block, words), language)} ${text}`, page)
        : blockLines(text, page, block.number)
    }),
  ]
}

function answerLines({ number }: Measure, edition: Edition): string[][] {
  const { words } = edition
  const box = (text: string, lines: number) => [
    ...blockLines(text, barePage(edition), '', '[ ] '),
    ...ruled(lines, 4),
  ]
  return [
    titleLines(`${words.answer}, §${number}`, '~'),
    box(words.answerYes, 0),
    box(words.answerIf, 2),
    box(words.answerNo, 2),
  ]
}

/** Lines for name, place, day and signature. */
export function signatureLines(edition: Edition): string[][] {
  const { words, language } = edition
  const blanks = [words.signatory, words.signedAt, words.signedOn, words.signature]
  return [
    titleLines(words.signature, '='),
    ...blanks.map((label) => [labelled(label, language), ...ruled(1, 0)]),
  ]
}

function ruled(lines: number, indent: number): string[] {
  return Array.from({ length: lines }, () => [
    '',
    ' '.repeat(indent) + '_'.repeat(COLUMNS - indent),
  ]).flat()
}
