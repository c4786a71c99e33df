import { slipsBetween } from '@cahier/core'

/**
 * Whether a name that nothing bears is another one with a slip in it: farther than a letter, or
 * with another digit, it may be the name of something else, and only who writes knows.
 */
export function isSlip(written: string, meant: string): boolean {
  return slipsBetween(written, meant) <= 1 && digitsOf(written) === digitsOf(meant)
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '')
}
