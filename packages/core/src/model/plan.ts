import type { Edit } from './edit.ts'
import type { Finding } from './finding.ts'

/** What would be written, before it is. Nothing of it is applied unless all of it can be. */
export interface Plan {
  readonly edits: readonly Edit[]
  readonly files: readonly NewFile[]
  readonly removals: readonly string[]
  /** Why nothing can be planned; when there is one of severity error, the rest is empty. */
  readonly findings: readonly Finding[]
}

/** A whole new file; text is written as UTF-8. It must not exist, unless `replaces` says so. */
export interface NewFile {
  readonly path: string
  readonly content: string | Uint8Array
  readonly replaces?: boolean
}

export const EMPTY_PLAN: Plan = { edits: [], files: [], removals: [], findings: [] }
