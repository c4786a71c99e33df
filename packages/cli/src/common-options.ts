import type { Command, Option } from './command.ts'

/** The options that every verb understands. */
export const COMMON: Readonly<Record<string, Option>> = {
  programme: {
    type: 'string',
    value: { fr: 'DOSSIER', en: 'DIR' },
    help: { fr: 'le dossier du programme (sinon, celui où l’on est)', en: 'the programme folder (default: the one you are in)' },
  },
  lang: { type: 'string', value: 'fr|en', help: { fr: 'la langue des messages', en: 'the language of the messages' } },
  help: { type: 'boolean', short: 'h', help: { fr: 'cette aide', en: 'this help' } },
}

/** All the options that a verb understands: its own, then those of every verb. */
export function optionsOf({ options }: Pick<Command, 'options'>): Readonly<Record<string, Option>> {
  return { ...options, ...COMMON }
}
