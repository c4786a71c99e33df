import type { Command, Invocation, Option } from '../command.ts'

/** The options that every command takes. */
export const COMMON: Readonly<Record<string, Option>> = {
  programme: {
    type: 'string',
    value: { fr: 'DOSSIER', en: 'DIR' },
    help: {
      fr: 'le dossier du programme (sinon, celui où l’on est)',
      en: 'the programme folder (default: the one you are in)',
    },
  },
  lang: {
    type: 'string',
    value: 'fr|en',
    help: { fr: 'la langue des messages', en: 'the language of the messages' },
  },
  quiet: {
    type: 'boolean',
    short: 'q',
    help: { fr: 'ne rien dire quand tout va bien', en: 'say nothing when all is well' },
  },
  help: { type: 'boolean', short: 'h', help: { fr: 'cette aide', en: 'this help' } },
}

/** The options of a command, with `--json` when `--format json` exists. */
export function ownOptions({
  options,
}: Pick<Command, 'options'>): Readonly<Record<string, Option>> {
  const { value = '', multiple } = options.format ?? {}
  const isReport =
    typeof value === 'string' && value.split('|').includes('json') && multiple !== true
  return isReport ? { ...options, json: JSON_TOO } : options
}

const JSON_TOO: Option = {
  type: 'boolean',
  help: { fr: 'comme --format json', en: 'the same as --format json' },
}

/** All the options that a command takes, its own first. */
export function optionsOf(command: Pick<Command, 'options'>): Readonly<Record<string, Option>> {
  const own = ownOptions(command)
  return { ...own, ...COMMON, ...own }
}

export const dryRunOption: Option = {
  type: 'boolean',
  help: {
    fr: 'montrer ce qui serait écrit, sans rien écrire',
    en: 'show what would be written, and write nothing',
  },
}

/** The text of an option; `''` without one. */
export function textGiven({ values }: Pick<Invocation, 'values'>, option: string): string {
  const given = values[option]
  return typeof given === 'string' ? given : ''
}
