import type { Language } from '@cahier/core'
import {
  type Bilingual,
  type Command,
  type Invocation,
  inLanguage,
  type Option,
} from '../command.ts'
import { UsageError } from './usage-error.ts'

/** An option without a value, with its help. */
export function flag(fr: string, en: string, { short }: Pick<Option, 'short'> = {}): Option {
  return { help: { fr, en }, ...(short !== undefined && { short }) }
}

export function valueOption(
  value: string | Bilingual,
  fr: string,
  en: string,
  more: Partial<Option> = {},
): Option {
  return { value, help: { fr, en }, ...more }
}

export function choiceOption(
  choices: readonly string[],
  fr: string,
  en: string,
  aliases: Option['aliases'] = {},
): Option {
  return { choices, aliases, value: choices.join('|'), help: { fr, en } }
}

/** The options of every command. */
export const COMMON: Readonly<Record<string, Option>> = {
  programme: valueOption(
    'DIR',
    'le dossier du programme (sinon, celui où l’on est)',
    'the programme folder (default: the one you are in)',
  ),
  lang: valueOption('fr|en', 'la langue des messages', 'the language of the messages'),
  quiet: flag('ne rien dire quand tout va bien', 'say nothing when all is well', { short: 'q' }),
  help: flag('cette aide', 'this help', { short: 'h' }),
}

/** The own options of a command, and `--json` when its `--format` accepts `json`. */
export function ownOptions({
  options,
}: Pick<Command, 'options'>): Readonly<Record<string, Option>> {
  return options.format?.choices?.includes('json') ? { ...options, json: JSON_TOO } : options
}

const JSON_TOO = flag('comme --format json', 'the same as --format json')

/** All options of a command, with the common options. */
export function optionsOf(command: Pick<Command, 'options'>): Readonly<Record<string, Option>> {
  const own = ownOptions(command)
  return { ...own, ...COMMON, ...own }
}

export function formatOption(formats: readonly string[] = ['text', 'json']): Option {
  return choiceOption(
    formats,
    `la forme du rapport (sinon ${formats[0]})`,
    `the form of the report (default: ${formats[0]})`,
  )
}

export const dateOption: Option = valueOption(
  'DAY',
  'le jour qui compte, comme 2025-03-12 (sinon aujourd’hui)',
  'the day that counts, such as 2025-03-12 (default: today)',
)

export const dryRunOption: Option = flag(
  'montrer ce qui serait écrit, sans rien écrire',
  'show what would be written, and write nothing',
)

/** Options of commands that write files. */
export const planOptions = { date: dateOption, 'dry-run': dryRunOption } as const

export function signOption(whatFr: string, whatEn: string): Option {
  return valueOption(
    'KEY',
    `signer ${whatFr} avec ssh-keygen et votre clé SSH (sinon, la première de ~/.ssh qui soit celle d’un délégué)`,
    `sign ${whatEn} with ssh-keygen and your SSH key (default: the first in ~/.ssh that is a delegate’s)`,
    { optional: true },
  )
}

/** A report as JSON, on one line. */
export function asJson(report: unknown): string {
  return `${JSON.stringify(report)}\n`
}

/** The text of a required option. @throws {UsageError} when the option is missing. */
export function requiredOptionText(invocation: Invocation, option: string): string {
  const { command, definition, values } = invocation
  const given = values[option]
  if (typeof given === 'string') return given
  const { value = '', help } = definition.options[option] ?? JSON_TOO
  const wanted = (language: Language) =>
    `--${option} ${inLanguage(value, language)}, ${help[language]} (cahier ${command} --help)`
  throw new UsageError(`il manque ${wanted('fr')}`, `missing: ${wanted('en')}`)
}

/** The text of an option; `''` without the option. */
export function optionText({ values }: Invocation, option: string): string {
  const given = values[option]
  return typeof given === 'string' ? given : ''
}

/** The only argument. @throws {UsageError} when there is none or several. */
export function onlyArgument(invocation: Invocation): string {
  const [first, ...more] = invocation.positionals
  if (first === undefined || more.length > 0) throw wrongArguments(invocation)
  return first
}

/** The error for wrong arguments, with the usage of the command. `fr` and `en` end the message. */
export function wrongArguments(
  { command, definition }: Invocation,
  { fr, en }: Bilingual = { fr: '', en: '' },
): UsageError {
  const usage = (language: Language, between: string) =>
    `${inLanguage(definition.usage, language).replaceAll('\n', between)} (cahier ${command} --help)`
  return new UsageError(
    `cahier ${command} prend ${usage('fr', ' ; ')}${fr}`,
    `cahier ${command} takes ${usage('en', '; ')}${en}`,
  )
}

/** @throws {UsageError} when an argument is given. `fr` and `en` end the error message. */
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
