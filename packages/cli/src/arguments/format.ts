import type { Invocation, Option } from '../command.ts'
import { didYouMean, nearValue } from './did-you-mean.ts'
import { UsageError } from './usage-error.ts'

const TEXT_OR_JSON: readonly string[] = ['text', 'json']

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

/**
 * The format of the report, by default the first. With `--json` alone, reading the arguments has
 * already set `format` to `json`.
 */
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
 * The formats of `--format epub,odt` or several `--format`, in the order of `allowed`; else
 * `usual`.
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
