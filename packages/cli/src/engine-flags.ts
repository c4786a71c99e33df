import { setFlagsFromString } from 'node:v8'

/** A flag of V8, and what it is by itself. */
export type Flag = readonly [flag: string, byItself: string]

const inForce: Flag[] = []

/** Sets flags of V8, for all threads and what they do from now on. */
export function setFlags(flags: readonly Flag[]): void {
  for (const [flag] of flags) setFlagsFromString(flag)
  inForce.push(...flags)
}

/**
 * Has V8 be as Node knows it, until what this gives is called: the compiled code that Node has of itself is refused under any other flags, and a
 * thread takes twice as long to begin.
 */
export function unsetFlags(): () => void {
  for (const [, byItself] of inForce) setFlagsFromString(byItself)
  return () => {
    for (const [flag] of inForce) setFlagsFromString(flag)
  }
}
