import type { Finding } from '@cahier/core'

/** Selects the findings to fix and report. `textOf` gives the text of a file. */
export type FindingFilter = (
  findings: readonly Finding[],
  textOf: (path: string) => string,
) => readonly Finding[]

export const EVERYTHING: FindingFilter = (findings) => findings

/** Why a fix is not made. */
export type Refusal =
  /** The fix would change more than its rule allows. */
  | 'tree'
  /** The fix would change the normative text of a proposal after a vote opened. */
  | 'digest'
  /**
   * The fix would change the stance of a member (`said`), or any part of a signed file (`signed`).
   */
  | 'said'
  | 'signed'
  /** The file records decisions, votes or a publication. */
  | 'frozen'
  /** The fix would change a heading to which a link points. */
  | 'linked'
  /** The fix would add an error, or correct nothing. */
  | 'error'
  /**
   * Outside a programme, a fix that may change more than words is made only when the user names the
   * rule.
   */
  | 'unasked'

export interface Refused {
  readonly finding: Finding
  readonly why: Refusal
}

/** The result of fixing. */
export interface Fixes {
  /** The new text of each file that changes, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Findings that were fixed; places are those before each fix. */
  readonly fixed: readonly Finding[]
  /** Findings in the new texts; refused ones have no `edits`. */
  readonly remaining: readonly Finding[]
  readonly refused: readonly Refused[]
}
