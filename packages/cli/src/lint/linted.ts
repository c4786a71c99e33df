import type { Finding } from '@cahier/core'
import type { Refused } from '@cahier/lint'
import type { Asked } from './loose-disk.ts'

/** What linting gave, whatever was linted. Paths are relative to `folder`. */
export interface Linted {
  readonly folder: string
  readonly findings: readonly Finding[]
  /** How many files were read. */
  readonly files: number
  /** The text of a file that findings speak of: the mended one, where it was mended. */
  readonly textOf: (path: string) => string
  /** The UTF-8 of that text, where a file that was not mended has it; left out for a programme, whose texts stay decoded. */
  readonly bytesOf?: (path: string) => Uint8Array | undefined
  /** Whether `--fix` may fix a finding, asked as the command was. */
  readonly isFixable: (finding: Finding) => boolean
  /** Its text as it was read. */
  readonly textBefore: (path: string) => string
  /** What mending changed, by path; `null` when nothing was to be mended. */
  readonly fixes: Mended | null
  /** What the findings depend on besides the texts that were read; left out when on nothing. */
  readonly asked?: readonly Asked[]
}

export interface Mended {
  readonly texts: ReadonlyMap<string, string>
  readonly mended: readonly Finding[]
  readonly refused: readonly Refused[]
}
