import { readFileSync } from 'node:fs'

/** Whether a program is not given all addresses here: V8 ends it when it finds none left to begin another thread with. */
export function hasFewAddresses(): boolean {
  try {
    return !/^Max address space +unlimited/m.test(readFileSync('/proc/self/limits', 'latin1'))
  } catch {
    return false
  }
}
