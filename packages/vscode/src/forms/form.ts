import type { ProgrammeOutline } from '@cahier/language-server'

/** A sentence in both languages. */
export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** What was answered so far, by step; a step that takes several answers has a list. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** One question of a form. */
export type Step =
  | {
      readonly id: string
      readonly kind: 'choice'
      readonly question: Bilingual
      readonly items: readonly Item[]
      readonly many?: boolean
    }
  | {
      readonly id: string
      readonly kind: 'text'
      readonly question: Bilingual
      readonly example?: Bilingual
      readonly value?: string
      readonly optional?: boolean
      /** What is wrong with what is written, or `null`. */
      readonly fault?: (text: string) => Bilingual | null
    }

export interface Item {
  readonly id: string
  readonly label: string | Bilingual
  readonly detail?: string | Bilingual
  readonly picked?: boolean
}

/** What a form knows besides the answers. */
export interface Surroundings {
  readonly outline: ProgrammeOutline
  /** The proposal being read, or `''`. */
  readonly proposal: string
  /** Today, `YYYY-MM-DD`. */
  readonly day: string
}

/** A verb of `cahier` as questions: a pure value, which knows no editor. */
export interface Form {
  readonly verb: string
  /** The first question that has no answer yet; `null` when all are answered. */
  readonly next: (answers: Answers, around: Surroundings) => Step | null
  /** What follows the verb on the command line. */
  readonly wordsOf: (answers: Answers, around: Surroundings) => readonly string[]
}

/**
 * The first of some steps, in their order, that has no answer; a step that is not to be asked is
 * `false`.
 */
export function firstUnanswered(answers: Answers, steps: readonly (Step | false)[]): Step | null {
  return (
    steps.find((step): step is Step => step !== false && answers[step.id] === undefined) ?? null
  )
}

/** An answer that is one text; `''` when there is none. */
export function one(answers: Answers, id: string): string {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

/** An answer as a list. */
export function all(answers: Answers, id: string): readonly string[] {
  const answer = answers[id]
  return answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
}

/**
 * `--option=value`, or nothing for an empty value: in two words, a value that begins with a dash
 * would be taken for an option.
 */
export function option(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`--${name}=${value}`]
}
