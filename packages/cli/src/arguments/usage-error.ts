import type { Bilingual } from '../command.ts'

/** An error that the user can correct: reported in one line, exit status 2. */
export class UsageError extends Error {
  readonly sentence: Bilingual

  constructor(fr: string, en: string) {
    super(en)
    this.sentence = { fr, en }
  }
}

/** The error about two options that exclude each other. */
export function notTogether(one: string, other: string): UsageError {
  return new UsageError(
    `${one} et ${other} ne vont pas ensemble`,
    `${one} and ${other} do not go together`,
  )
}

/** The error about the value of an option: what it takes, and a suggestion. */
export function wrongValue(
  option: string,
  value: unknown,
  takes: Bilingual,
  { fr, en }: Bilingual = { fr: '', en: '' },
): UsageError {
  return new UsageError(
    `--${option} prend ${takes.fr}, pas « ${value} »${fr}`,
    `--${option} takes ${takes.en}, not “${value}”${en}`,
  )
}
