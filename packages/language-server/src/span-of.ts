import type { Place } from '@cahier/core'
import type { Span } from '@cahier/prose'

/** The stretch of a place. */
export function spanOf({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset }
}
