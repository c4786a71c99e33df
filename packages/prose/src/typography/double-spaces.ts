import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { NO_BREAK, SPACE } from './spaces.ts'

const RUN = new RegExp(`${SPACE}{2,}`, 'g')

/** One space between two words, also where an emphasis begins or ends between them. */
export function doubleSpaces(text: string): Change[] {
  // In a cell that holds nothing but no-break spaces there are no words.
  if (text.trim() === '') return []
  return matchesIn(text, RUN)
    .filter(({ index }) => !isAfterSign(text, index))
    .map((match) => {
      const kept = /[\u00A0\u202F]/.test(match[0]) ? NO_BREAK : ' '
      return { start: match.index, end: match.index + match[0].length, text: kept }
    })
}

// What stands after the sign of a definition or of a line of verse is set in by its spaces: `: Un
// guichet`, `| et s’en va`.
function isAfterSign(text: string, at: number): boolean {
  return /[:~|]/.test(text[at - 1] ?? '') && (at === 1 || text[at - 2] === '\n')
}

/**
 * The same in English, where some still put two spaces after a full stop: that is a usage of
 * typewriters, not a slip.
 */
export function englishDoubleSpaces(text: string): Change[] {
  return doubleSpaces(text).filter(
    ({ start, end }) =>
      end - start !== 2 || !/[.!?:]["”’)]?$/.test(text.slice(Math.max(0, start - 2), start)),
  )
}
