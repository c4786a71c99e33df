import {
  type Chapter,
  chapterLabel,
  chapterTitle,
  dayInWords,
  type Edition,
  type Exporter,
  editionAndDay,
  hasColophon,
  labelled,
  type Member,
  measuresOf,
  nameAlone,
  noticesOf,
  type PrintedTransmission,
  sinceEditionLabel,
  textFile,
  unanswered,
  type Work,
} from '../edition/edition.ts'
import { printable } from '../markup/printable.ts'
import { flowLines, inlineText } from './flow-lines.ts'
import {
  barePage,
  blockLines,
  INDENTED,
  itemLines,
  numberedPage,
  titledBlocks,
  titleLines,
} from './page.ts'
import { noteLines, proposalLines, signatureLines } from './proposal-lines.ts'

/** The edition as one file of plain text, 72 columns wide. */
export const textExporter: Exporter = {
  format: 'txt',
  render: (edition) => [textFile(`${edition.name}.txt`, written(edition))],
}

function written(edition: Edition) {
  const blocks = [
    ...openingLines(edition),
    ...edition.chapters.flatMap((chapter) => chapterLines(chapter, edition)),
    ...(edition.kind === 'charter' ? signatureLines(edition) : []),
    ...transmissionLines(edition),
    ...endLines(edition),
  ]
  return printable(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`)
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

function titleOf(chapter: Chapter, edition: Edition) {
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
    itemLines(labelled(title, language, sentence), `§${number} `),
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
  const recipients = transmissions.flatMap((one) => recipientLines(one, edition))
  const intro = recipients.length === 0 ? [] : [blockLines(words.transmissionsIntro)]
  return titledBlocks(words.transmissions, '=', [...intro, ...recipients])
}

function recipientLines(
  { name, addresseeLabel, handed }: PrintedTransmission,
  edition: Edition,
): string[][] {
  const { words, language } = edition
  const day = (date: string) => dayInWords(date, language)
  return handed.map((handing) => {
    const { edition: printed, date, answers } = handing
    const silent = unanswered(handing)
    return [
      ...blockLines(
        `${name} (${addresseeLabel}), ${words.edition.toLowerCase()} ${printed}, ${day(date)}`,
      ),
      ...answers.flatMap(({ proposal, answerLabel, date: on, link }) =>
        itemLines(
          labelled(proposal.title, language, `${answerLabel}, ${day(on)}${link && ` <${link}>`}`),
        ),
      ),
      ...silent.flatMap(({ title }) =>
        itemLines(labelled(title, language, words.noAnswer.toLowerCase())),
      ),
    ]
  })
}

function endLines(edition: Edition): string[][] {
  const { words, bibliography, collectives } = edition
  const members = collectives.map((member) => memberLines(member, edition))
  const works = bibliography.map((work) => workLines(work, edition))
  const intro = members.length === 0 ? [] : [blockLines(words.consensusIntro)]
  return [
    ...titledBlocks(words.consensus, '=', [...intro, ...members]),
    ...titledBlocks(words.bibliography, '=', works),
    ...titledBlocks(words.colophon, '=', hasColophon(edition) ? [colophonLines(edition)] : []),
  ]
}

// One line for each stance, with the numbers of the proposals concerned.
function memberLines({ name, example, stances, unasked }: Member, edition: Edition): string[] {
  const { words, language } = edition
  const numbers = new Map<string, string[]>()
  for (const { id, number } of measuresOf(edition)) {
    const stance = stances[id]
    if (stance === undefined) continue
    const label = stance.stale ? `${stance.label} ${words.stale}` : stance.label
    numbers.set(label, [...(numbers.get(label) ?? []), `§${number}`])
  }
  const lines = [...numbers].flatMap(([label, list]) =>
    itemLines(labelled(label, language, list.join(', '))),
  )
  const isAsked = measuresOf(edition).some(({ id }) => !unasked.includes(id))
  const none = `- ${isAsked ? words.silent : words.unasked}`
  return [...blockLines(nameAlone(name, example, words)), ...(lines.length > 0 ? lines : [none])]
}

function workLines(
  { nodes, url, level, levelLabel, citedIn, reservations }: Work,
  edition: Edition,
): string[] {
  const { words, language } = edition
  const reference = inlineText(nodes, edition)
  const about = (label: string, value: string) => value && labelled(label, language, value)
  const evidence = level && `${[level, levelLabel].filter(Boolean).join(', ')}.`
  const citing = citedIn.map((number) => `§${number}`).join(', ')
  const remarks = [
    url === '' || reference.includes(url) ? '' : `<${url}>`,
    about(words.level, evidence),
    about(words.citedIn, citing && `${citing}.`),
    about(words.reservationAbout, reservations),
  ]
  return [
    ...blockLines(reference),
    ...remarks.filter(Boolean).flatMap((remark) => blockLines(remark, INDENTED)),
  ]
}

function colophonLines(edition: Edition): string[] {
  const { words, language } = edition
  const entries: readonly (readonly [string, string])[] = [
    [words.edition, [edition.identifier, edition.edition].filter(Boolean).join(' ')],
    [words.publishedOn, dayInWords(edition.date, language)],
    [words.publisher, edition.publisher],
    [words.licence, edition.licence],
    [words.contact, edition.contact],
  ]
  return entries
    .filter(([, value]) => value !== '')
    .flatMap(([label, value]) => blockLines(labelled(label, language, value)))
}
