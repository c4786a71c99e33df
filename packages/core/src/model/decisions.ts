import type { Document } from './document.ts'
import type { Language } from './finding.ts'
import type { DecisionRule, RulingKind } from './manifest.ts'
import type { JudgedStance } from './stance.ts'

/** The rounds of one proposal, oldest first. */
export interface Decisions {
  readonly proposal: string
  readonly rounds: readonly Round[]
  readonly document: Document
}

/** One consultation of the members on a proposal. Days are `YYYY-MM-DD`. */
export interface Round {
  readonly opened: string
  readonly closes: string
  /** Digest of the parts of the text that members consent to. */
  readonly text: string
  readonly rule: DecisionRule
  readonly electorate: Electorate
  /** The day on which each member was notified, if the rule asks for it. */
  readonly notified: Readonly<Record<string, string>>
  /** Digest of the round as it opened. */
  readonly seal: string
  /** The days on which a final period (last call) began; absent when there was none. */
  readonly finalPeriod?: readonly string[]
  readonly rulings: readonly Ruling[]
  readonly outcome: Outcome | null
}

/** The weight of each member of a round, by id; null for a member without weight. */
export type Electorate = Readonly<Record<string, number | null>>

/** A decision of the facilitator `by` about the member `on`. */
export interface Ruling {
  readonly on: string
  readonly ruling: RulingKind
  readonly by: string
  readonly date: string
  readonly reason: string
  /** The `date` and `text` of the objection that is ruled on; null for a ruling on the member. */
  readonly objection: { readonly date: string; readonly text: string } | null
  /** The OpenSSH signature of `by`; absent when unsigned. */
  readonly signature?: string
}

export const RESULTS = [
  'adopted',
  'adopted-with-reservations',
  'rejected',
  'blocked',
  'no-quorum',
  'void',
] as const

export type Result = (typeof RESULTS)[number]

export interface Outcome {
  readonly result: Result
  readonly closed: string
  /** The stances when the round closed, by member. */
  readonly stances: Readonly<Record<string, JudgedStance>>
  /**
   * The digest of the files that the round keeps: text, positions and signatures. Older rounds have
   * none.
   */
  readonly copies?: string
  /** Digest of the closed round. */
  readonly seal: string
}

/** Whether a ruling applies to a stance. A ruling on one objection applies to no other stance. */
export function isOnStance(
  { objection }: Ruling,
  stance: Pick<JudgedStance, 'date' | 'text'>,
): boolean {
  return objection === null || (objection.date === stance.date && objection.text === stance.text)
}

/** The word for each result. French words agree with « proposition ». */
export const RESULT_WORDS: Readonly<Record<Language, Readonly<Record<Result, string>>>> = {
  fr: {
    adopted: 'adoptée',
    'adopted-with-reservations': 'adoptée avec réserves',
    rejected: 'non adoptée',
    blocked: 'bloquée',
    'no-quorum': 'quorum non atteint',
    void: 'tour nul',
  },
  en: {
    adopted: 'adopted',
    'adopted-with-reservations': 'adopted with reservations',
    rejected: 'not adopted',
    blocked: 'blocked',
    'no-quorum': 'quorum not met',
    void: 'void',
  },
}
