import type { Edit } from './edit.ts'
import type { Finding } from './finding.ts'

/** The file changes of a command, made together or not at all. */
export interface Plan {
  readonly edits: readonly Edit[]
  readonly files: readonly NewFile[]
  readonly removals: readonly string[]
  /** When a finding is an error, the other lists are empty. */
  readonly findings: readonly Finding[]
}

/** A new file; a string is written as UTF-8. The file must not exist, unless `replaces` is true. */
export interface NewFile {
  readonly path: string
  readonly content: string | Uint8Array
  readonly replaces?: boolean
}

export const EMPTY_PLAN: Plan = { edits: [], files: [], removals: [], findings: [] }
