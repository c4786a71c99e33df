import type { Result } from './decisions.ts'
import type { Language } from './message.ts'
import type { StanceKind } from './stance.ts'

/** A stance in a word. */
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

/** What came out of a round, in words. In French they agree with « proposition ». */
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
