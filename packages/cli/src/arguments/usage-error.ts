import type { Bilingual } from '../command.ts'

/** An error that the user can correct. It is reported in one line. */
export class UsageError extends Error {
  readonly sentence: Bilingual

  constructor(fr: string, en: string) {
    super(en)
    this.sentence = { fr, en }
  }
}

/** An error whose message begins with a quoted name, such as `“notes.md” does not exist`. */
export function errorAbout(name: string, fr: string, en: string) {
  return new UsageError(`« ${name} » ${fr}`, `“${name}” ${en}`)
}

export function notTogether(one: string, other: string) {
  return new UsageError(
    `${one} et ${other} ne vont pas ensemble`,
    `${one} and ${other} do not go together`,
  )
}

/** The error for a wrong value of an option. `fr` and `en` end the message. */
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
