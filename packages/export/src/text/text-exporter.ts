import type { Exporter, PrintedTransmission } from '../edition/edition.ts'
import {
  type Chapter,
  chapterLabel,
  chapterTitle,
  type Edition,
  editionAndDay,
  noticesOf,
  sinceEditionLabel,
} from '../edition/edition.ts'
import { dayInWords, labelled } from '../edition/labels.ts'
import { printable } from '../markup/printable.ts'
import { endLines } from './end-lines.ts'
import { flowLines } from './flow-lines.ts'
import { barePage, blockLines, itemLines, numberedPage, titleLines } from './page.ts'
import { noteLines, proposalLines, signatureLines } from './proposal-lines.ts'

/** The edition as one file of plain text, 72 columns wide. */
export const textExporter: Exporter = {
  format: 'txt',
  render: (edition) => [{ path: `${edition.name}.txt`, bytes: encoded(edition) }],
}

function encoded(edition: Edition): Uint8Array {
  const blocks = [
    ...openingLines(edition),
    ...edition.chapters.flatMap((chapter) => chapterLines(chapter, edition)),
    ...(edition.kind === 'charter' ? signatureLines(edition) : []),
    ...transmissionLines(edition),
    ...endLines(edition),
  ]
  return new TextEncoder().encode(
    printable(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`),
  )
}

function chapterLines(chapter: Chapter, edition: Edition): string[][] {
  const page = edition.kind === 'book' ? numberedPage(edition, '') : barePage(edition)
  return [
    titleLines(titleOf(chapter, edition), '='),
    ...(chapter.question === '' ? [] : [blockLines(chapter.question)]),
    ...flowLines(chapter.introduction, page),
    ...noteLines(chapter.notes, edition),
    ...chapter.measures.flatMap((measure) => proposalLines(measure, edition)),
  ]
}

function titleOf(chapter: Chapter, edition: Edition): string {
  if (edition.kind === 'book' || chapter.number === 0) return chapterTitle(chapter)
  return `${chapterLabel(chapter, edition)}. ${chapter.title}`
}

function openingLines(edition: Edition): string[][] {
  const { title, subtitle, publisher } = edition
  return [
    titleLines(title, '='),
    ...[subtitle, editionAndDay(edition), publisher, ...noticesOf(edition)]
      .filter((text) => text !== '')
      .map((text) => blockLines(text)),
    ...contentsLines(edition),
    ...changesLines(edition),
  ]
}

function contentsLines(edition: Edition): string[][] {
  if (edition.kind === 'tribune' || edition.kind === 'brochure') return []
  const parts = edition.chapters.map(({ number, title, measures }) => [
    ...itemLines(title, number === 0 ? '' : `${number}. `),
    ...measures.flatMap((measure) =>
      itemLines(measure.title, `§${measure.number} `, barePage(edition, 3)),
    ),
  ])
  return [titleLines(edition.words.contents, '='), ...parts]
}

function changesLines(edition: Edition): string[][] {
  const { changes, words, language } = edition
  if (changes === null) return []
  const listed = changes.measures.flatMap(({ number, title, sentence }) =>
    itemLines(`${labelled(title, language)} ${sentence}`, `§${number} `),
  )
  return [
    titleLines(words.changes, '='),
    blockLines(`${sinceEditionLabel(changes, edition)}.`),
    ...flowLines(changes.words, barePage(edition)),
    ...(listed.length === 0 ? [] : [listed]),
  ]
}

function transmissionLines(edition: Edition): string[][] {
  const { words, transmissions } = edition
  if (transmissions.length === 0) return []
  return [
    titleLines(words.transmissions, '='),
    blockLines(words.transmissionsIntro),
    ...transmissions.flatMap((one) => recipientLines(one, edition)),
  ]
}

function recipientLines(
  { name, addresseeLabel, handed }: PrintedTransmission,
  edition: Edition,
): string[][] {
  const { words, language } = edition
  const day = (date: string) => dayInWords(date, language)
  const about = (title: string, text: string) => `${labelled(title, language)} ${text}`
  return handed.map(({ edition: printed, date, proposals, answers }) => {
    const silent = proposals.filter(({ id }) => !answers.some(({ proposal }) => proposal.id === id))
    return [
      ...blockLines(
        `${name} (${addresseeLabel}), ${words.edition.toLowerCase()} ${printed}, ${day(date)}`,
      ),
      ...answers.flatMap(({ proposal, answerLabel, date: on, link }) =>
        itemLines(about(proposal.title, `${answerLabel}, ${day(on)}${link && ` <${link}>`}`)),
      ),
      ...silent.flatMap(({ title }) => itemLines(about(title, words.noAnswer.toLowerCase()))),
    ]
  })
}
