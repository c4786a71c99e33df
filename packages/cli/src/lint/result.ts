import type { Finding } from '@cahier/core'
import type { Refused } from '@cahier/lint'
import type { DiskQuery } from './disk.ts'

/**
 * The result of linting a programme, or loose texts (Markdown outside a programme). Paths are
 * relative to `folder`.
 */
export interface LintResult {
  readonly folder: string
  readonly findings: readonly Finding[]
  readonly files: number
  /** The text in which findings are located: the fixed one after `--fix`. */
  readonly textOf: (path: string) => string
  /** The same text in UTF-8, when its bytes are at hand. */
  readonly bytesOf?: (path: string) => Uint8Array | undefined
  /** Whether `--fix` with the same options may fix a finding. */
  readonly isFixable: (finding: Finding) => boolean
  /** The text before any fix. */
  readonly textBefore: (path: string) => string
  /** Null without `--fix`. */
  readonly fixes: FixResult | null
  /** Questions about other files; the findings depend on the answers. */
  readonly queries?: readonly DiskQuery[]
}

/** What `--fix` changes. */
export interface FixResult {
  /** The new text of each file that changes. */
  readonly texts: ReadonlyMap<string, string>
  readonly fixed: readonly Finding[]
  readonly refused: readonly Refused[]
}
