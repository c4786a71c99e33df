import type { Finding } from '@cahier/core'
import type { Fixes } from '@cahier/lint'
import type { DiskQuery } from './disk.ts'

/**
 * The result of linting a programme, or loose texts (Markdown outside a programme). Paths are
 * relative to `folder`.
 */
export interface LintResult {
  readonly folder: string
  readonly findings: readonly Finding[]
  readonly files: number
  /** The text before any fix; `''` for an unknown file. */
  readonly textBefore: (path: string) => string
  /** Whether `--fix` with the same options may fix a finding. */
  readonly isFixable: (finding: Finding) => boolean
  readonly fixes: Fixes | null
  /** Questions about other files on whose answers the findings depend. */
  readonly queries?: readonly DiskQuery[]
}

/** Returns the text in which findings are located: the fixed one after `--fix`. */
export function textsOf({ fixes, textBefore }: LintResult): (path: string) => string {
  return (path) => fixes?.texts.get(path) ?? textBefore(path)
}
