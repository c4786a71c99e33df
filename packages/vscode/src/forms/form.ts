import type { ProgrammeOutline } from '@cahier/language-server'

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
      /** The fault of an answer; null for a good answer. */
      readonly fault?: (text: string) => LocalizedText | null
    }

/** An item of a choice; `picked` when chosen from the start. */
export interface Item {
  readonly id: string
  readonly label: string | LocalizedText
  readonly detail?: string | LocalizedText
  readonly picked?: boolean
}

export interface FormContext {
  readonly outline: ProgrammeOutline
  /** The id of the open proposal, or empty. */
  readonly proposal: string
  /** Today, `YYYY-MM-DD`. */
  readonly day: string
}

/** A command of `cahier` as questions. Does not depend on the editor. */
export interface Form {
  readonly command: string
  /** The questions, which may depend on earlier answers; `false` is skipped. */
  readonly steps: (answers: Answers, context: FormContext) => readonly (Step | false)[]
  readonly argumentsOf: (answers: Answers, context: FormContext) => readonly string[]
}

/** The first question of a form without an answer, or undefined. */
export function nextStep(form: Form, answers: Answers, context: FormContext): Step | undefined {
  const steps = form.steps(answers, context).filter((step) => step !== false)
  return steps.find(({ id }) => answers[id] === undefined)
}

/** The answer when it is one text; else empty. */
export function textAnswer(answers: Answers, id: string): string {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

export function answerList(answers: Answers, id: string): readonly string[] {
  return [answers[id] ?? []].flat()
}

/**
 * `--name=value` as one argument, so that the value may begin with a dash. No argument when the
 * value is empty.
 */
export function optionArgument(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`--${name}=${value}`]
}
