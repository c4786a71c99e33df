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

/** A `cahier` command as questions, independent of the editor. */
export interface Form {
  readonly command: string
  /** The questions, which may depend on earlier answers; `false` is skipped. */
  readonly steps: (answers: Answers, context: FormContext) => readonly (Step | false)[]
  /** The ids of answers given as options, `--id=value`, after the other answers. */
  readonly options?: readonly string[]
}

/** The first unanswered question of a form; undefined when none is left. */
export function nextStep(form: Form, answers: Answers, context: FormContext): Step | undefined {
  return stepsOf(form, answers, context).find(({ id }) => answers[id] === undefined)
}

function stepsOf({ steps }: Form, answers: Answers, context: FormContext): readonly Step[] {
  return steps(answers, context).filter((step) => step !== false)
}

/** The arguments of a command. `--name=value` is one argument: the value may begin with a dash. */
export function argumentsOf(form: Form, answers: Answers, context: FormContext): readonly string[] {
  const asked = stepsOf(form, answers, context).map(({ id }) => id)
  const { options = [] } = form
  const given = (id: string) => [answers[id] ?? []].flat()
  return [
    ...asked.filter((id) => !options.includes(id)).flatMap(given),
    ...options.flatMap((id) => {
      const value = asked.includes(id) ? given(id).join(',').trim() : ''
      return value === '' ? [] : [`--${id}=${value}`]
    }),
  ]
}
