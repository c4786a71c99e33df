import type { Edit } from './edit.ts'
import type { Finding } from './finding.ts'

/** The files that a command will write. All of it is applied, or nothing. */
export interface Plan {
  readonly edits: readonly Edit[]
  readonly files: readonly NewFile[]
  readonly removals: readonly string[]
  /** With an error among them, the rest is empty. */
  readonly findings: readonly Finding[]
}

/** A new file; text is written as UTF-8. It must not exist, unless `replaces` is true. */
export interface NewFile {
  readonly path: string
  readonly content: string | Uint8Array
  readonly replaces?: boolean
}

export const EMPTY_PLAN: Plan = { edits: [], files: [], removals: [], findings: [] }
