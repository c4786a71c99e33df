import { dayInWords } from '../day-in-words.ts'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import type { PrintedTransmission } from '../edition/transmission.ts'
import { blockLines, titleLines } from './block-lines.ts'
import { barePage } from './page.ts'

/** Who was handed what, and what each answered; nothing when nothing was. */
export function transmissionLines(edition: Edition): string[][] {
  const { words, transmissions } = edition
  if (transmissions.length === 0) return []
  return [
    titleLines(words.transmissions, '='),
    blockLines(words.transmissionsIntro, barePage(edition)),
    ...transmissions.flatMap((one) => recipientLines(one, edition)),
  ]
}

function recipientLines(
  { name, addresseeLabel, handed }: PrintedTransmission,
  edition: Edition,
): string[][] {
  const { words, language } = edition
  const page = barePage(edition)
  const day = (date: string) => dayInWords(date, language)
  return handed.map(({ edition: printed, date, proposals, answers }) => {
    const silent = proposals.filter(({ id }) => !answers.some(({ proposal }) => proposal.id === id))
    const answered = answers.map(({ proposal, answerLabel, date: on, link }) =>
      [
        `${labelled(proposal.title, language)} ${answerLabel}, ${day(on)}`,
        ...(link === '' ? [] : [`<${link}>`]),
      ].join(' '),
    )
    const unanswered = silent.map(
      ({ title }) => `${labelled(title, language)} ${words.noAnswer.toLowerCase()}`,
    )
    return [
      ...blockLines(
        `${name} (${addresseeLabel}), ${words.edition.toLowerCase()} ${printed}, ${day(date)}`,
        page,
      ),
      ...[...answered, ...unanswered].flatMap((line) => blockLines(line, page, '', '- ')),
    ]
  })
}
