import type { Document } from './document.ts'
import type { DecisionRule, RulingKind } from './manifest.ts'
import type { StanceKind } from './stance.ts'

/** All rounds of consultation held on one proposal, oldest first. */
export interface Decisions {
  readonly proposal: string
  readonly rounds: readonly Round[]
  readonly document: Document
}

/**
 * One consultation: what was frozen when it opened, and its outcome once closed. Days are
 * `YYYY-MM-DD`.
 */
export interface Round {
  readonly opened: string
  readonly closes: string
  /** `normative` digest of the frozen text. */
  readonly text: string
  readonly rule: DecisionRule
  readonly electorate: Electorate
  readonly notified: Readonly<Record<string, string>>
  readonly seal: string
  /**
   * The days on which a final period was said to begin, where the rule has one; absent when none
   * was.
   */
  readonly finalPeriod?: readonly string[]
  readonly rulings: readonly Ruling[]
  readonly outcome: Outcome | null
}

/** Members who may speak, with their weight; `null` where no weight was written. */
export type Electorate = Readonly<Record<string, number | null>>

export interface Ruling {
  readonly on: string
  readonly ruling: RulingKind
  readonly by: string
  readonly date: string
  readonly reason: string
  readonly objection: { readonly date: string; readonly text: string } | null
  /** By who gave it, as OpenSSH writes one; absent when nobody signed. */
  readonly signature?: string
}

export type Result =
  | 'adopted'
  | 'adopted-with-reservations'
  | 'rejected'
  | 'blocked'
  | 'no-quorum'
  | 'void'

export interface Outcome {
  readonly result: Result
  readonly closed: string
  readonly stances: Readonly<Record<string, CountedStance>>
  /** Digest of the files that the round keeps; absent where none was written. */
  readonly copies?: string
  readonly seal: string
}

export type StanceState = 'fresh' | 'stale' | 'uncounted'

/** A stance as it was counted when the round closed. */
export interface CountedStance {
  readonly stance: StanceKind
  readonly date: string
  /** Absent when the stance said none. */
  readonly text?: string
  readonly by?: string
  readonly argument?: string
  readonly 'lifts-if'?: string
  readonly state: StanceState
  readonly why?: string
}

/**
 * Whether a ruling on a member is on this stance of it: one on an objection dies when the member
 * objects anew.
 */
export function isOnStance(
  { objection }: Ruling,
  stance: { readonly date: string; readonly text?: string },
): boolean {
  return objection === null || (objection.date === stance.date && objection.text === stance.text)
}
