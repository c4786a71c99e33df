import type { AmendedBlock } from './printed-amendment.ts'
import type { Words } from './words.ts'

/**
 * Where an amendment changes the text, or after what it adds to it: « §3.4 », « Note 2 », « Ajout
 * après §3.4 ».
 */
export function amendedPlace({ number, place, added }: AmendedBlock, words: Words): string {
  const where = place ?? `§${number}`
  return added ? `${words.addedAfter} ${where}` : where
}
