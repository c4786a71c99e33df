import type { Bilingual } from '../command.ts'

/** An error that the user can correct. It is reported in one line. */
export class UsageError extends Error {
  readonly sentence: Bilingual

  constructor(fr: string, en: string) {
    super(en)
    this.sentence = { fr, en }
  }
}

/** An error about a file or another thing. Its name, in quotes, begins the sentence. */
export function errorAbout(name: string, fr: string, en: string) {
  return new UsageError(`« ${name} » ${fr}`, `“${name}” ${en}`)
}

export function notTogether(one: string, other: string) {
  return new UsageError(
    `${one} et ${other} ne vont pas ensemble`,
    `${one} and ${other} do not go together`,
  )
}

/** The error about the value of an option. The last argument ends the sentence. */
export function wrongValue(
  option: string,
  value: unknown,
  takes: Bilingual,
  { fr, en }: Bilingual = { fr: '', en: '' },
) {
  return new UsageError(
    `--${option} prend ${takes.fr}, pas « ${value} »${fr}`,
    `--${option} takes ${takes.en}, not “${value}”${en}`,
  )
}
