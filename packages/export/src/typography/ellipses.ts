import type { Change } from './flat-text.ts'
import { SPACE } from './spaces.ts'

const DOTS = new RegExp(`(?<![./])(?:(?<=[\\p{L}\\d])${SPACE}+)?\\.{3,}(?![./\\p{L}\\d])`, 'gu')
const LOOSE = new RegExp(`(?<=[\\p{L}\\d])${SPACE}+(?=…)`, 'gu')

/** Three dots are one sign, and it clings to the word before it. `../x` and `a...b` are none. */
export function ellipses(text: string): Change[] {
  const dots = [...text.matchAll(DOTS)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: '…' }))
  const loose = [...text.matchAll(LOOSE)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' }))
  return [...dots, ...loose].sort((a, b) => a.start - b.start)
}
