import type { Document } from './document.ts'
import type { Language } from './message.ts'

/** The kinds of stance, in the order of reports: most agreement first. */
export const STANCE_KINDS = ['consent', 'reservation', 'objection', 'abstention'] as const

export type StanceKind = (typeof STANCE_KINDS)[number]

/** The stances of one member, one per proposal. */
export interface Positions {
  readonly collective: string
  readonly programme: string
  readonly serial: number
  readonly stances: readonly Stance[]
  readonly document: Document
}

/** The stance of one member on one proposal. */
export interface Stance {
  readonly proposal: string
  /** Null in a ballot that is not filled in. */
  readonly stance: StanceKind | null
  readonly date: string
  /** The `normative` digest of the text of the proposal, or empty. */
  readonly text: string
  readonly by: string
  readonly argument: string
  readonly liftsIf: string
}

/** A stance that is filled in, unlike an empty line of a ballot. */
export interface GivenStance extends Stance {
  readonly stance: StanceKind
}

export function isGiven(stance: Stance): stance is GivenStance {
  return stance.stance !== null
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
