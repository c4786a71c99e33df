import type { Invocation } from '../command.ts'
import { noSuchChoice } from './wrong-command.ts'

/** A report as JSON, on one line. */
export function asJson(report: unknown): string {
  return `${JSON.stringify(report)}\n`
}

/** The formats of `--format epub,odt`, in the order of `allowed`; `usual` without the option. */
export function formatsGiven(
  { values }: Pick<Invocation, 'values'>,
  allowed: readonly string[],
  usual: readonly string[],
): readonly string[] {
  if (!Array.isArray(values.format)) return usual
  const named = values.format
    .flatMap((written) => String(written).split(','))
    .map((format) => format.trim())
  const wrong = named.find((format) => !allowed.includes(format))
  if (wrong !== undefined) throw noSuchChoice('format', wrong, allowed)
  return allowed.filter((format) => named.includes(format))
}
