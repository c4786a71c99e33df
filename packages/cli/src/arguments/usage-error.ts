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

type Call = Pick<Invocation, 'command' | 'positionals'>

/** The only argument. @throws {UsageError} without it, or with more; `fr` and `en` name it. */
export function onlyArgument({ command, positionals }: Call, fr: string, en: string): string {
  const [first, ...more] = positionals
  if (first === undefined || more.length > 0) throw wrongArguments({ command }, fr, en)
  return first
}

export function wrongArguments({ command }: Pick<Call, 'command'>, fr: string, en: string) {
  return new UsageError(`cahier ${command} prend ${fr}`, `cahier ${command} takes ${en}`)
}

/** @throws {UsageError} when there is an argument. `fr` and `en` end the sentence. */
export function refuseArguments({ command, positionals }: Call, fr = '', en = ''): void {
  const [first] = positionals
  if (first === undefined) return
  throw new UsageError(
    `cahier ${command} ne prend pas « ${first} »${fr}`,
    `cahier ${command} does not take “${first}”${en}`,
  )
}
