import type { Finding } from '@cahier/core'

/** Selects the findings to fix and report, among those of some texts. */
export type FindingFilter = (
  findings: readonly Finding[],
  textOf: (path: string) => string,
) => readonly Finding[]

export const EVERYTHING: FindingFilter = (findings) => findings

/** Why an edit is refused. */
export type Refusal =
  /** It would change more than the rule allows. */
  | 'tree'
  /** Members gave stances on this text: its hash would change. */
  | 'digest'
  /** It would change the stance of a member. */
  | 'said'
  | 'signed'
  /** The file records decisions, votes or a publication. */
  | 'frozen'
  /** It would break a link to this heading. */
  | 'linked'
  | 'error'
  /** Outside a programme, edits beyond prose need the name of the rule. */
  | 'unasked'

export interface Refused {
  readonly finding: Finding
  readonly why: Refusal
}

/** The result of fixing: new texts, and the findings left to a person. */
export interface Fixes {
  /** The new text of each file that changes, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Findings that were fixed, by path; places are those before each fix. */
  readonly fixed: readonly Finding[]
  /** All findings of the new texts. Refused edits are left out. */
  readonly remaining: readonly Finding[]
  readonly refused: readonly Refused[]
}
