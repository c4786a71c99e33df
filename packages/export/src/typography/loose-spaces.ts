import type { Change } from './flat-text.ts'
import { NO_BREAK, SPACE } from './spaces.ts'

const RUN = new RegExp(`${SPACE}{2,}`, 'g')
const STRAY = new RegExp(`(?<=[\\p{L}\\d»)])${SPACE}+(?=,(?:\\s|$)|\\.(?:\\s|$))|(?<=\\()${SPACE}+(?!${SPACE}*\\))|(?<!\\(${SPACE}*)${SPACE}+(?=\\))`, 'gu')

/** One space between two words; none before a comma or a full stop, nor just inside parentheses. */
export function looseSpaces(text: string): Change[] {
  const stray = [...text.matchAll(STRAY)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' }))
  const runs = [...text.matchAll(RUN)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: /[\u00A0\u202F]/.test(match[0]) ? NO_BREAK : ' ' }))
    .filter((run) => !stray.some((change) => change.start < run.end && change.end > run.start))
  return [...stray, ...runs].sort((a, b) => a.start - b.start)
}
