import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { SPACE, spaced } from './spaces.ts'

// `../x`, `a...b` and `Type<...>` are paths, ranges and code, a longer row is a line to fill in.
const DOTS = /(?<![./\\<])\.{3,5}(?![./\\\p{L}\p{M}\d])/gu
const LOOSE = new RegExp(
  `(?=${SPACE})(?<=[\\p{L}\\d])${SPACE}+(?=…(?:$|[)\\n]|${SPACE}*»|${SPACE}+(?:\\p{Lu}|$)))`,
  'gu',
)

/**
 * Three dots are one sign, and it clings to the word before it. Between two words, it may stand for
 * what was left out.
 */
export function ellipses(text: string): Change[] {
  const dots = matchesIn(text, DOTS).map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    text: '…',
  }))
  return [...dots, ...spaced(text, LOOSE, '')].sort((a, b) => a.start - b.start)
}

/**
 * “etc.” has one point, and no comma stands before suspension points, `1, 2, 4, … 128` apart
 * (Lexique de l’Imprimerie nationale; Grammalecte).
 */
export function etceteras(text: string): Change[] {
  return matchesIn(text, ETC).map(({ 0: written, 1: etc, index }) =>
    etc === undefined
      ? { start: index, end: index + written.length, text: '…' }
      : {
          start: index + etc.length,
          end: index + written.length,
          text: LETTER.test(text.charAt(index + written.length)) ? '. ' : '.',
        },
  )
}

const LETTER = /\p{L}/u
const ETC = new RegExp(
  `(?=[Ee,])(?:(?<![\\p{L}\\p{M}])([Ee]tc)(?:\\.?…|\\.{2,}|${SPACE}+(?:…|\\.{2,5}(?!\\.)))|(?<=[\\p{L}\\d]),${SPACE}*…(?=$|\\s)(?!(?<=\\d,${SPACE}*…)\\s\\d))`,
  'gu',
)
