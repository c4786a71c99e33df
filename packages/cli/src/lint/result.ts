import type { Finding } from '@cahier/core'
import type { Refused } from '@cahier/lint'
import type { DiskQuery } from './disk.ts'

/** What linting found, in a programme or in loose texts. Paths are relative to `folder`. */
export interface LintResult {
  readonly folder: string
  readonly findings: readonly Finding[]
  /** How many files were read. */
  readonly files: number
  /** The text that findings point into: the fixed one where there are fixes. */
  readonly textOf: (path: string) => string
  /** The same in UTF-8, where it is known without encoding it. */
  readonly bytesOf?: (path: string) => Uint8Array | undefined
  /** Whether `--fix`, run with the same options, may fix a finding. */
  readonly isFixable: (finding: Finding) => boolean
  /** The text as it was read. */
  readonly textBefore: (path: string) => string
  /** Null when no fix was asked for. */
  readonly fixes: FixResult | null
  /** What the findings depend on besides the texts that were read. */
  readonly queries?: readonly DiskQuery[]
}

/** What `--fix` changes. */
export interface FixResult {
  /** The new text of each file that changes. */
  readonly texts: ReadonlyMap<string, string>
  readonly mended: readonly Finding[]
  readonly refused: readonly Refused[]
}
