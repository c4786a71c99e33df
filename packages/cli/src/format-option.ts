import type { Invocation, Option } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The `--format` option of a verb that reports something. */
export function formatOption(formats: readonly string[]): Option {
  return {
    type: 'string',
    value: formats.join('|'),
    help: { fr: `la forme du rapport (sinon ${formats[0]})`, en: `the form of the report (else ${formats[0]})` },
  }
}

/** The format asked for, the first of the list by default. */
export function formatIn({ values }: Pick<Invocation, 'values'>, formats: readonly string[]): string {
  const format = typeof values.format === 'string' ? values.format : (formats[0] as string)
  if (formats.includes(format)) return format
  throw new UsageError(`--format prend ${formats.join(', ')}, pas « ${format} »`, `--format takes ${formats.join(', ')}, not “${format}”`)
}

export const dateOption: Option = {
  type: 'string',
  value: { fr: 'JOUR', en: 'DAY' },
  help: {
    fr: 'le jour qui compte, par exemple 2025-03-12 (sinon aujourd’hui)',
    en: 'the day that counts, such as 2025-03-12 (else today)',
  },
}
export const dryRunOption: Option = {
  type: 'boolean',
  help: { fr: 'montrer ce qui serait écrit, sans rien écrire', en: 'show what would be written, and write nothing' },
}

/** Published editions in which earlier texts are looked for. */
export const bundleOption: Option = {
  type: 'string',
  multiple: true,
  value: { fr: 'ÉDITION', en: 'BUNDLE' },
  help: {
    fr: 'une édition publiée, dossier ou ZIP, où chercher aussi les textes d’alors',
    en: 'a published edition, a folder or a ZIP, where earlier texts are looked for too',
  },
}
