import type { Document } from './document.ts'
import type { Language } from './finding.ts'

/** The kinds of stance, in the order of reports. */
export const STANCE_KINDS = ['consent', 'reservation', 'objection', 'abstention'] as const

export type StanceKind = (typeof STANCE_KINDS)[number]

/** The stances of one member, one per proposal. */
export interface Positions {
  readonly collective: string
  readonly programme: string
  /** Incremented by each change of the file. */
  readonly serial: number
  readonly stances: readonly Stance[]
  /** The entries of a ballot for which the member has not chosen a stance. */
  readonly unfilled: readonly Pick<Stance, 'proposal' | 'text'>[]
  readonly document: Document
}

/** The stance of one member on one proposal. */
export interface Stance {
  readonly proposal: string
  readonly stance: StanceKind
  readonly date: string
  /** The digest of the normative text of the proposal (what members consent to), or empty. */
  readonly text: string
  readonly by: string
  readonly argument: string
  readonly liftsIf: string
}

/** A stance on the current text, on an earlier text, or not counted. */
export type StanceState = 'fresh' | 'stale' | 'uncounted'

/**
 * A stance, and whether it counts. A closed round counts only the stances that its recorded outcome
 * counts.
 */
export interface JudgedStance extends Stance {
  readonly state: StanceState
  readonly counted: boolean
  /** The id of the message that says why it is stale or not counted, or empty. */
  readonly why: string
}

export const STANCE_WORDS: Readonly<Record<Language, Readonly<Record<StanceKind, string>>>> = {
  fr: {
    consent: 'consentement',
    reservation: 'réserve',
    objection: 'objection',
    abstention: 'abstention',
  },
  en: {
    consent: 'consent',
    reservation: 'reservation',
    objection: 'objection',
    abstention: 'abstention',
  },
}
