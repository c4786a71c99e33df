import type { Bilingual, Invocation } from '../command.ts'

/** An error that the user can correct. It is reported in one line. */
export class UsageError extends Error {
  readonly sentence: Bilingual

  constructor(fr: string, en: string) {
    super(en)
    this.sentence = { fr, en }
  }
}

export function notTogether(one: string, other: string): UsageError {
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
): UsageError {
  return new UsageError(
    `--${option} prend ${takes.fr}, pas « ${value} »${fr}`,
    `--${option} takes ${takes.en}, not “${value}”${en}`,
  )
}

/** The only argument. @throws {UsageError} when there is none or several; `fr` and `en` name it. */
export function onlyArgument(
  invocation: Invocation,
  fr = 'une proposition',
  en = 'one proposal',
): string {
  const [first, ...more] = invocation.positionals
  if (first === undefined || more.length > 0) throw wrongArguments(invocation, fr, en)
  return first
}

export function wrongArguments({ command }: Invocation, fr: string, en: string): UsageError {
  const help = `(cahier ${command} --help)`
  return new UsageError(
    `cahier ${command} prend ${fr} ${help}`,
    `cahier ${command} takes ${en} ${help}`,
  )
}

/** @throws {UsageError} when there is an argument. `fr` and `en` end the sentence. */
export function refuseArguments(
  { command, positionals }: Invocation,
  fr = ` (cahier ${command} --help)`,
  en = fr,
): void {
  const [first] = positionals
  if (first === undefined) return
  throw new UsageError(
    `cahier ${command} ne prend pas « ${first} »${fr}`,
    `cahier ${command} does not take “${first}”${en}`,
  )
}
