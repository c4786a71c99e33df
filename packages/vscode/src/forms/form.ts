import type { ProgrammeOutline } from '@cahier/language-server'

/** A text in both languages. */
export interface LocalizedText {
  readonly fr: string
  readonly en: string
}

/** The answers so far, by step id; a list when several may be chosen. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

export type Step =
  | {
      readonly id: string
      readonly kind: 'choice'
      readonly question: LocalizedText
      readonly items: readonly Item[]
      readonly many?: boolean
    }
  | {
      readonly id: string
      readonly kind: 'text'
      readonly question: LocalizedText
      readonly example?: LocalizedText
      readonly value?: string
      readonly optional?: boolean
      /** The fault of an answer, or null. */
      readonly fault?: (text: string) => LocalizedText | null
    }

export interface Item {
  readonly id: string
  readonly label: string | LocalizedText
  readonly detail?: string | LocalizedText
  readonly picked?: boolean
}

/** What a form needs to know of the editor. */
export interface FormContext {
  readonly outline: ProgrammeOutline
  /** The id of the open proposal, or empty. */
  readonly proposal: string
  /** Today, `YYYY-MM-DD`. */
  readonly day: string
}

/** A command of `cahier` as questions, independent of the editor. */
export interface Form {
  readonly command: string
  /** The first question without an answer, or null. */
  readonly next: (answers: Answers, context: FormContext) => Step | null
  readonly argumentsOf: (answers: Answers, context: FormContext) => readonly string[]
}

/** The first step without an answer, or null. `false` is a step to skip. */
export function firstUnanswered(answers: Answers, steps: readonly (Step | false)[]): Step | null {
  return (
    steps.find((step): step is Step => step !== false && answers[step.id] === undefined) ?? null
  )
}

/** An answer with one text, or empty. */
export function one(answers: Answers, id: string): string {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

export function all(answers: Answers, id: string): readonly string[] {
  const answer = answers[id]
  return answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
}

/** One argument, since a value may begin with a dash: `--option=value`; nothing for no value. */
export function option(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`--${name}=${value}`]
}
