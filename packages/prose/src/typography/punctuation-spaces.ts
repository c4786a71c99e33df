import { matchesIn } from '../matches-in.ts'
import { OBJECT } from '../passage/passage.ts'
import type { Change } from './change.ts'
import type { FrenchHouse } from './french-house.ts'
import { SPACE } from './spaces.ts'

const MARKS = new RegExp(`(${SPACE}*)([;!?]+|:)`, 'g')
/** After these a missing space is put in. */
const WORD_END = /[\p{L}\p{M}\d)\]»”…%‰€°\uFFFC]/u
/**
 * What must follow a mark for it to be punctuation; a letter or a figure makes it something else.
 */
const AFTER_MARK = /^(?:$|[\s)\]»”"’…\uFFFC]|[.,](?:\s|$))/u
const AFTER_COLON = /^(?:$|[\s»])/u
/** Code or a tag may follow it, where a space stands before. */
const AFTER_SPACED_COLON = /^(?:$|[\s»\uFFFC])/u

/**
 * A no-break space before `; ! ?` and before a colon, put in where it is missing. `10:30`, `(!)`,
 * `a;b`, `!=` and `::` are left alone.
 */
export function punctuationSpaces(
  text: string,
  { mark, colon, accepted, fillsMark }: FrenchHouse,
): Change[] {
  const changes: Change[] = []
  for (const { 0: whole, 1: spaces = '', 2: sign = '', index } of matchesIn(text, MARKS)) {
    const before = text[index - 1] ?? ''
    const end = index + whole.length
    const after = text.slice(end, end + 2)
    const wanted = sign === ':' ? colon : mark
    if (spaces === wanted || accepted.includes(spaces)) continue
    // What follows unit for unit may be a name of a program: `BDMAX(plage;champ_de_données)`.
    if (spaces === '' && sign === ';' && after === OBJECT + OBJECT) continue
    if (!(sign !== ':' ? AFTER_MARK : spaces === '' ? AFTER_COLON : AFTER_SPACED_COLON).test(after))
      continue
    const fits =
      spaces === ''
        ? (fillsMark || sign === ':') && WORD_END.test(before)
        : before !== '' && !/[\s([«“]/.test(before)
    if (fits) changes.push({ start: index, end: index + spaces.length, text: wanted })
  }
  return changes
}
