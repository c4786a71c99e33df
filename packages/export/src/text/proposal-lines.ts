import {
  amendedPlace,
  amendmentTitle,
  dayInWords,
  type Edition,
  labelled,
  type Measure,
  type Note,
  nameAlone,
  type PrintedAmendment,
  type PrintedSection,
  type Statement,
  showBreaks,
  splitSections,
  statementDetails,
} from '../edition/edition.ts'
import { flowLines, inlineText } from './flow-lines.ts'
import {
  barePage,
  blockLines,
  COLUMNS,
  INDENTED,
  itemLines,
  numberedPage,
  type TextPage,
  titledBlocks,
  titleLines,
} from './page.ts'

/** A printed proposal as plain text: blocks in print order, each a list of lines. */
export function proposalLines(measure: Measure, edition: Edition): string[][] {
  const { words, language } = edition
  const { number, summary, facts, requests, dissent, decision, history, amendments } = measure
  const page = numberedPage(edition, measure.mark)
  const [before, after] = splitSections(measure.sections)
  const labelledBlock = (label: string, text: string, numbered?: TextPage, rank?: string) =>
    blockLines(labelled(label, language, text), numbered, rank)
  const printed = ({ title, nodes }: PrintedSection) =>
    titledBlocks(title, '~', flowLines(nodes, page))
  return [
    titleLines(`§${number} ${measure.title}`, '-'),
    ...(edition.kind === 'tribune' ? [] : [labelledBlock(words.status, measure.statusLabel)]),
    blockLines(inlineText(summary.nodes, edition), page, summary.number),
    ...filled(facts.flatMap(({ label, value }) => labelledBlock(label, value))),
    ...before.flatMap(printed),
    ...titledBlocks(
      words.requests,
      '~',
      requests.map((request) =>
        labelledBlock(
          request.addresseeLabel,
          inlineText(request.nodes, edition),
          page,
          request.number,
        ),
      ),
    ),
    ...titledBlocks(
      words.dissent,
      '~',
      dissent.flatMap((statement) => statementLines(statement, edition)),
    ),
    ...(measure.answer ? answerLines(measure, edition) : []),
    ...titledBlocks(
      words.decision,
      '~',
      decision === null
        ? []
        : [decision.sentence, ...decision.rulings].map((sentence) => blockLines(sentence)),
    ),
    ...after.flatMap(printed),
    ...titledBlocks(
      words.amendments,
      '~',
      amendments.flatMap((amendment) => amendmentLines(amendment, edition)),
    ),
    ...titledBlocks(
      words.life,
      '~',
      filled(
        history.flatMap(({ date, label }) =>
          itemLines(labelled(dayInWords(date, language), language, label)),
        ),
      ),
    ),
    ...noteLines(measure.notes, edition),
  ]
}

export function noteLines(notes: readonly Note[], edition: Edition): string[][] {
  return titledBlocks(
    edition.words.notes,
    '~',
    notes.map(({ number, nodes }) => {
      const marker = `[${number}] `
      const [first = [], ...others] = flowLines(nodes, barePage(edition, marker.length))
      return [`${marker}${(first[0] ?? '').trimStart()}`, ...first.slice(1), ...others.flat()]
    }),
  )
}

function filled(lines: string[]) {
  return lines.length === 0 ? [] : [lines]
}

function statementLines(statement: Statement, edition: Edition): string[][] {
  const { words, language } = edition
  const name = nameAlone(statement.collectiveName, statement.example, words)
  const { argument, liftsIf } = statement
  return [
    blockLines(labelled(`${name}, ${statementDetails(statement, edition)}`, language)),
    ...argument.split(/\n\s*\n/).map((paragraph) => blockLines(paragraph.trim(), INDENTED)),
    liftsIf === '' ? [] : blockLines(labelled(words.liftsIf, language, liftsIf), INDENTED),
  ].filter((lines) => lines.join('').trim() !== '')
}

function amendmentLines(amendment: PrintedAmendment, edition: Edition): string[][] {
  const { words, language } = edition
  const page = numberedPage(edition, '')
  return [
    blockLines(labelled(amendmentTitle(amendment, edition), language)),
    ...flowLines(amendment.reasons, barePage(edition, 4)),
    ...amendment.fields.map(({ label, nodes }) =>
      blockLines(labelled(label, language, inlineText(nodes, edition)), page),
    ),
    ...amendment.blocks.map((block) => {
      const text = inlineText(showBreaks(block.nodes), edition)
      const named = block.added || block.place !== undefined
      return named
        ? blockLines(labelled(amendedPlace(block, words), language, text), page)
        : blockLines(text, page, block.number)
    }),
  ]
}

function answerLines({ number }: Measure, edition: Edition): string[][] {
  const { words } = edition
  const box = (text: string, lines: number) => [...itemLines(text, '[ ] '), ...ruled(lines, 4)]
  return [
    titleLines(`${words.answer}, §${number}`, '~'),
    box(words.answerYes, 0),
    box(words.answerIf, 2),
    box(words.answerNo, 2),
  ]
}

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
