import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import type { Measure } from '../edition/measure.ts'
import { blockLines, titleLines } from './block-lines.ts'
import { barePage, COLUMNS } from './page.ts'

/** What a signatory may answer to a proposal: boxes to tick, and lines to write on. */
export function answerLines({ number }: Measure, edition: Edition): string[][] {
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

/** Where a form is signed: name, place, day, and room for a hand. */
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
