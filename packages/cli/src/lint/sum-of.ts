import { createHash } from 'node:crypto'
import { isOfFile, type Source } from '@cahier/core/source'

/** A part of what a sum is taken over: bytes, or a text that stands for its UTF-8. */
export type Part = string | Uint8Array

/** SHA-256 over parts, each with its length before it: no two lists of parts have one sum. In hexadecimal. */
export function sumOf(parts: Iterable<Part>): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${typeof part === 'string' ? Buffer.byteLength(part) : part.length}:`).update(part)
  return sum.digest('hex')
}

/** How long a sum is, in signs. */
export const SUM_LENGTH = 64

/** The text of a source as a part, without making it of its bytes where they are known: the sum is the same. */
export function partOf(source: Source): Part {
  return isOfFile(source) ? source.bytes : source.text
}
