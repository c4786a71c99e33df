import { nameAlone } from '../compose/member-names.ts'
import { dayInWords } from '../day-in-words.ts'
import type { Edition } from './edition.ts'
import type { PrintedAmendment } from './printed-amendment.ts'

/** Who makes an amendment, and when. */
export function amendmentTitle(
  { byName, example, date }: PrintedAmendment,
  { words, language }: Edition,
): string {
  return [nameAlone(byName, example, words), dayInWords(date, language)].filter(Boolean).join(', ')
}
