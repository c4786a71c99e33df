import type { Change } from './flat-text.ts'
import { NO_BREAK, SPACE, THIN } from './spaces.ts'

const MARKS = new RegExp(`(${SPACE}*)([;!?]+|:)`, 'g')
/** After these a missing space is put in. */
const WORD_END = /[\p{L}\p{M}\d)\]»”…%‰€°\uFFFC]/u
/** What must follow a mark for it to be punctuation; a letter or a figure makes it something else. */
const AFTER_MARK = /^(?:$|[\s)\]»”"’…\uFFFC]|[.,](?:\s|$))/u
const AFTER_COLON = /^(?:$|[\s»\uFFFC])/u
/** Names that end with a mark of their own. */
const NAMES = /(?:Yahoo|Joomla|Jeopardy|Which)$/

/** U+202F before `; ! ?`, U+00A0 before a colon, put in where it is missing. `10:30`, `(!)`, `a;b`, `!=` and `::` are left alone. */
export function punctuationSpaces(text: string): Change[] {
  const changes: Change[] = []
  for (const match of text.matchAll(MARKS)) {
    const [whole, spaces, mark] = match as unknown as [string, string, string]
    const before = text[match.index - 1] ?? ''
    const end = match.index + whole.length
    const after = text.slice(end, end + 2)
    const wanted = mark === ':' ? NO_BREAK : THIN
    if (spaces === wanted || !(mark === ':' ? AFTER_COLON : AFTER_MARK).test(after)) continue
    const fits =
      spaces === ''
        ? WORD_END.test(before) && !NAMES.test(text.slice(Math.max(0, match.index - 10), match.index))
        : before !== '' && !/[\s([]/.test(before)
    if (fits) changes.push({ start: match.index, end: match.index + spaces.length, text: wanted })
  }
  return changes
}
