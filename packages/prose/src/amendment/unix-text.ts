import { countWhile } from '../count-while.ts'

/** A text with the line ends of Unix, and the way back to the offsets of the text as it is. */
export interface UnixText {
  readonly text: string
  readonly offsetIn: (offset: number) => number
  /** A text to put in, with the line ends that the text has. */
  readonly written: (text: string) => string
}

/** Reads a text whatever its line ends: places are counted as if each were one character. */
export function unixText(text: string): UnixText {
  const returns: number[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2))
    returns.push(at - returns.length)
  if (returns.length === 0) return { text, offsetIn: (offset) => offset, written: (put) => put }
  return {
    text: text.replaceAll('\r\n', '\n'),
    offsetIn: (offset) => offset + countBelow(returns, offset),
    written: (put) => put.replace(/\r?\n/g, '\r\n'),
  }
}

/** How many numbers of a rising row are smaller than another. */
function countBelow(row: readonly number[], value: number): number {
  return countWhile(row, (one) => one < value)
}
