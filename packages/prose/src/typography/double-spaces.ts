import type { Change } from './change.ts'
import { NO_BREAK, SPACE } from './spaces.ts'

const RUN = new RegExp(`${SPACE}{2,}`, 'g')

/** One space between two words, also where an emphasis begins or ends between them. */
export function doubleSpaces(text: string): Change[] {
  return [...text.matchAll(RUN)].map((match) => {
    const kept = /[\u00A0\u202F]/.test(match[0]) ? NO_BREAK : ' '
    return { start: match.index, end: match.index + match[0].length, text: kept }
  })
}
