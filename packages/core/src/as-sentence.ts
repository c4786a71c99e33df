import { capitalised } from './capitalised.ts'

/**
 * A message as a sentence of its own: a capital, and a full stop unless it ends with another sign
 * or with a line to be copied.
 */
export function asSentence(message: string): string {
  const begun = capitalised(message)
  return /[.!?…:]$|(?:[Éé]crivez :|[Ww]rite:) .*$/.test(begun) ? begun : `${begun}.`
}
