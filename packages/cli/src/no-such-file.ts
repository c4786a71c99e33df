import { UsageError } from './usage-error.ts'

/** What is said of a path that the command names, where nothing is. */
export function noSuchFile(written: string): UsageError {
  return new UsageError(`« ${written} » n’existe pas`, `“${written}” does not exist`)
}
