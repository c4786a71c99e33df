import { readFileSync } from 'node:fs'

/** What a file says; `null` when there is none, or none that can be read. */
export function textIfAny(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
