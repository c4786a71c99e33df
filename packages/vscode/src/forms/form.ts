import type { ProgrammeOutline } from '@cahier/language-server'

/** A text in both languages. */
export interface LocalizedText {
  readonly fr: string
  readonly en: string
}

/** The answers so far, by step; a list for a step with several answers. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** One question of a form. */
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
      /** The error in an answer, or null. */
      readonly fault?: (text: string) => LocalizedText | null
    }

export interface Item {
  readonly id: string
  readonly label: string | LocalizedText
  readonly detail?: string | LocalizedText
  readonly picked?: boolean
}

/** The state of the editor that a form depends on. */
export interface FormContext {
  readonly outline: ProgrammeOutline
  /** The id of the open proposal, or empty. */
  readonly proposal: string
  /** Today, `YYYY-MM-DD`. */
  readonly day: string
}

/** A command of `cahier` as questions. A pure value that knows no editor. */
export interface Form {
  /** The command of `cahier`. */
  readonly command: string
  /** The first question without an answer; null when all have one. */
  readonly next: (answers: Answers, context: FormContext) => Step | null
  /** The arguments of the command. */
  readonly argumentsOf: (answers: Answers, context: FormContext) => readonly string[]
}

/** The first step without an answer. A step that is not to be asked is `false`. */
export function firstUnanswered(answers: Answers, steps: readonly (Step | false)[]): Step | null {
  return (
    steps.find((step): step is Step => step !== false && answers[step.id] === undefined) ?? null
  )
}

/** An answer that is one text, or empty. */
export function one(answers: Answers, id: string): string {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

/** An answer as a list. */
export function all(answers: Answers, id: string): readonly string[] {
  const answer = answers[id]
  return answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
}

/** `--option=value`, as one argument since a value may begin with a dash; nothing for no value. */
export function option(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`--${name}=${value}`]
}
