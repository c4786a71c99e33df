import type { Change } from './flat-text.ts'
import { SPACE, spaced } from './spaces.ts'

const BEFORE_STOP = new RegExp(`(?<=[\\p{L}\\d»)])${SPACE}+(?=,(?:\\s|$)|\\.(?:\\s|$))`, 'gu')
const INSIDE_BRACKETS = new RegExp(`(?<=\\()${SPACE}+(?!\\)|${SPACE})|(?<!\\()${SPACE}+(?=\\))`, 'gu')

/** No space before a comma or a full stop, nor just inside parentheses; `( )` is a box to tick. */
export function looseSpaces(text: string): Change[] {
  return [BEFORE_STOP, INSIDE_BRACKETS].flatMap((expression) => spaced(text, expression, '')).sort((a, b) => a.start - b.start)
}
