import type { Finding } from '@cahier/core'

/** Selects the findings to fix and to report, among those of some texts. */
export type Wanted = (
  findings: readonly Finding[],
  textOf: (path: string) => string,
) => readonly Finding[]

/** All of them. */
export const EVERYTHING: Wanted = (findings) => findings

/** Why an edit that would fix a finding is not made. */
export type Refusal =
  /** It would change more of the document than the rule says. */
  | 'tree'
  /** Members have spoken on this text: its digest would change. */
  | 'digest'
  /** It would say something else for a member. */
  | 'said'
  /** The file is signed by its member. */
  | 'signed'
  /** What was decided, counted or published is never changed. */
  | 'frozen'
  /** A link leads to this heading, and would no longer. */
  | 'linked'
  /** It would bring another error. */
  | 'error'
  /**
   * On a loose text, a rule that changes more than prose fixes only when it is asked for by name.
   */
  | 'unasked'

export interface Refused {
  readonly finding: Finding
  readonly why: Refusal
}

/** The result of fixing: new texts, and the findings left to a person. */
export interface Fixes {
  /** The new text of each file that changes, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** What was fixed, by path; places are those of the text at that moment. */
  readonly mended: readonly Finding[]
  /**
   * All findings of the new texts. Findings whose edits may not be made have none.
   */
  readonly left: readonly Finding[]
  readonly refused: readonly Refused[]
}
