import type { Place } from '@cahier/core'
import type { Span } from './asked.ts'

/** The stretch of a place. */
export function spanOf({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset }
}
