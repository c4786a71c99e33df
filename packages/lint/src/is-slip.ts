import { slipsBetween } from '@cahier/core'

/** Whether a name that nothing bears is another one with a slip in it: farther than a letter, or with another digit, it may be the name of something else, and only who writes knows. */
export function isSlip(written: string, meant: string): boolean {
  return slipsBetween(written, meant) <= 1 && digitsOf(written) === digitsOf(meant)
}

/** Whether two names have a number each, of which the one is no slip of the other: `fiche-2718` was not meant for `fiche-712`, nor `annexe-3` for `annexe-2`. */
export function isOtherNumber(written: string, meant: string): boolean {
  const [own, other] = [digitsOf(written), digitsOf(meant)]
  if (own === '' || other === '' || own === other) return false
  return Math.min(own.length, other.length) < FEW_DIGITS || slipsBetween(own, other) > 1
}

/** With fewer, one slip makes any number of another. */
const FEW_DIGITS = 3

function digitsOf(name: string): string {
  return name.replace(/\D/g, '')
}
