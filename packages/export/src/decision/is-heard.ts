import type { VerdictStance } from '@cahier/core'

/**
 * Whether a stance is its member's word, although it may have fallen with its text or come too
 * late. What is forged, unsigned where it must be, or said by a stranger is nobody's, and is
 * printed nowhere.
 */
export function isHeard({ counted, why }: VerdictStance): boolean {
  return counted || why === 'textChanged' || why === 'afterClose' || why === 'left'
}
