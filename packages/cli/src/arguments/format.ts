import type { Invocation, Option } from '../command.ts'
import { didYouMean, nearValue } from './did-you-mean.ts'
import { UsageError } from './usage-error.ts'

/** The formats of most reports: for people, and for programs. */
const TEXT_OR_JSON: readonly string[] = ['text', 'json']

/** The `--format` option of a command with a report. */
export function formatOption(formats = TEXT_OR_JSON): Option {
  return {
    type: 'string',
    value: formats.join('|'),
    help: {
      fr: `la forme du rapport (sinon ${formats[0]})`,
      en: `the form of the report (default: ${formats[0]})`,
    },
  }
}

/** The format asked for; the first of the list by default. */
export function formatIn({ values }: Pick<Invocation, 'values'>, formats = TEXT_OR_JSON): string {
  if (values.json === true && values.format !== 'json')
    throw new UsageError(
      `--json et --format ${values.format} ne vont pas ensemble`,
      `--json and --format ${values.format} do not go together`,
    )
  const format = typeof values.format === 'string' ? values.format : (formats[0] as string)
  if (formats.includes(format)) return format
  throw noFormat(format, formats)
}

/**
 * The formats asked for, each once, in the order of `allowed`: `--format epub,odt`, or the option
 * given several times. `usual` when none is.
 */
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
  if (wrong !== undefined) throw noFormat(wrong, allowed)
  return allowed.filter((format) => named.includes(format))
}

function noFormat(format: string, formats: readonly string[]): UsageError {
  const { fr, en } = didYouMean(nearValue(format, formats))
  return new UsageError(
    `--format prend ${formats.join(', ')}, pas « ${format} »${fr}`,
    `--format takes ${formats.join(', ')}, not “${format}”${en}`,
  )
}
