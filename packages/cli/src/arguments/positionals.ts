import type { Invocation } from '../command.ts'
import { UsageError } from './usage-error.ts'

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
