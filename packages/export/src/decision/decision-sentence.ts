import {
  type Language,
  type Result,
  type Round,
  STANCE_KINDS,
  type StanceKind,
  type Status,
  type Tally,
} from '@cahier/core'
import { dayInWords } from '../day-in-words.ts'
import { countInWords, type Noun, numberInWords } from './count-in-words.ts'
import { rulePhrase } from './rule-in-words.ts'

/**
 * A round in a sentence: « Adoptée le 12 avril 2026 par consentement : une réserve. » A void round
 * has no counts: they are about another text.
 */
export function decisionSentence(
  round: Round,
  tally: Tally,
  status: Status,
  language: Language,
): string {
  const words = WORDS[language]
  const rule = rulePhrase(round.rule, language)
  const days = [dayInWords(round.opened, language), dayInWords(round.closes, language)] as const
  const counted = (opening: string) => `${opening}${words.colon}${countsInWords(tally, language)}.`
  if (round.outcome !== null) {
    const { result, closed } = round.outcome
    const opening = words.results[result](dayInWords(closed, language), rule)
    return result === 'void' ? `${opening}.` : counted(opening)
  }
  if (status === 'void') return words.void(...days)
  return counted(status === 'overdue' ? words.overdue(...days, rule) : words.open(...days, rule))
}

/** « quatre consentements, une réserve ; un membre n’a rien dit ». */
export function countsInWords(tally: Tally, language: Language): string {
  const words = WORDS[language]
  const said = STANCE_KINDS.filter((kind) => tally[kind] > 0).map((kind) =>
    countInWords(tally[kind], words.nouns[kind], language),
  )
  if (said.length === 0) return words.nobody
  const silent =
    tally.silent === 0
      ? ''
      : words.semicolon + words.silent(tally.silent, numberInWords(tally.silent, false, language))
  return said.join(', ') + silent
}

interface DecisionWords {
  readonly colon: string
  readonly semicolon: string
  readonly results: Readonly<Record<Result, (day: string, rule: string) => string>>
  readonly open: (opened: string, closes: string, rule: string) => string
  readonly overdue: (opened: string, closes: string, rule: string) => string
  readonly void: (opened: string, closes: string) => string
  readonly nouns: Readonly<Record<StanceKind, Noun>>
  readonly nobody: string
  readonly silent: (count: number, number: string) => string
}

const noun = (one: string, feminine: boolean): Noun => ({ one, many: `${one}s`, feminine })

const WORDS: Readonly<Record<Language, DecisionWords>> = {
  fr: {
    colon: '\u00A0: ',
    semicolon: '\u202F; ',
    results: {
      adopted: (day, rule) => `Adoptée le ${day} ${rule}`,
      'adopted-with-reservations': (day, rule) => `Adoptée avec réserves le ${day} ${rule}`,
      rejected: (day, rule) => `Soumise à décision ${rule} et non adoptée le ${day}`,
      blocked: (day, rule) => `Soumise à décision ${rule} et bloquée le ${day}`,
      'no-quorum': (day, rule) => `Soumise à décision ${rule}, sans atteindre le quorum, le ${day}`,
      void: (day) => `Consultation annulée le ${day}, le texte ayant changé`,
    },
    open: (opened, closes, rule) =>
      `En consultation du ${opened} au ${closes}, à décider ${rule}\u202F; à ce jour`,
    overdue: (opened, closes, rule) =>
      `Soumise à décision ${rule} du ${opened} au ${closes}, sans résultat enregistré`,
    void: (opened, closes) =>
      `Consultation ouverte du ${opened} au ${closes}, annulée parce que le texte a changé.`,
    nouns: {
      consent: noun('consentement', false),
      reservation: noun('réserve', true),
      objection: noun('objection', true),
      abstention: noun('abstention', true),
    },
    nobody: 'aucun membre ne s’est exprimé',
    silent: (count, number) =>
      count === 1 ? 'un membre n’a rien dit' : `${number} membres n’ont rien dit`,
  },
  en: {
    colon: ': ',
    semicolon: '; ',
    results: {
      adopted: (day, rule) => `Adopted on ${day} ${rule}`,
      'adopted-with-reservations': (day, rule) => `Adopted with reservations on ${day} ${rule}`,
      rejected: (day, rule) => `Put to a decision ${rule} and not adopted on ${day}`,
      blocked: (day, rule) => `Put to a decision ${rule} and blocked on ${day}`,
      'no-quorum': (day, rule) => `Put to a decision ${rule}, short of the quorum, on ${day}`,
      void: (day) => `Consultation void on ${day}, as the text had changed`,
    },
    open: (opened, closes, rule) =>
      `Open for consultation from ${opened} to ${closes}, to be decided ${rule}; so far`,
    overdue: (opened, closes, rule) =>
      `Put to a decision ${rule} from ${opened} to ${closes}, with no outcome recorded`,
    void: (opened, closes) =>
      `Consultation open from ${opened} to ${closes}, void because the text has changed.`,
    nouns: {
      consent: noun('consent', false),
      reservation: noun('reservation', false),
      objection: noun('objection', false),
      abstention: noun('abstention', false),
    },
    nobody: 'no member has spoken',
    silent: (count, number) =>
      count === 1 ? 'one member said nothing' : `${number} members said nothing`,
  },
}
