import type { Language } from '@cahier/core'
import { optionsOf } from './arguments/options.ts'
import {
  type Bilingual,
  type Command,
  type CommandEntry,
  type CommandGroup,
  inLanguage,
  type Terminal,
} from './command.ts'
import { commandAddress } from './docs-address.ts'
import { wrap } from './terminal/wrap.ts'

export const GROUPS: readonly (readonly [CommandGroup, Bilingual])[] = [
  ['write', { fr: 'Écrire', en: 'Write' }],
  ['check', { fr: 'Vérifier', en: 'Check' }],
  ['speak', { fr: 'Se prononcer', en: 'Speak' }],
  ['decide', { fr: 'Décider', en: 'Decide' }],
  ['publish', { fr: 'Publier', en: 'Publish' }],
]

const WORDS = {
  fr: {
    tagline: 'cahier : écrire un programme à plusieurs, en texte simple',
    usage: 'Emploi : cahier COMMANDE …',
    first: 'Pour contribuer, quatre commandes suffisent : new, lint, stance, status.',
    more: 'cahier COMMANDE --help : ses options et un exemple. cahier -v : la version.',
    options: 'Options',
    examples: ['Exemple', 'Exemples'],
    commandUsage: 'Emploi :',
  },
  en: {
    tagline: 'cahier: write a programme together, in plain text',
    usage: 'Usage: cahier COMMAND …',
    first: 'To contribute, four commands are enough: new, lint, stance, status.',
    more: 'cahier COMMAND --help: its options and an example. cahier -v: the version.',
    options: 'Options',
    examples: ['Example', 'Examples'],
    commandUsage: 'Usage:',
  },
} as const

/** The text of `cahier --help`: all commands, by group. */
export function helpForAll(
  table: readonly CommandEntry[],
  language: Language,
  { width }: Terminal,
): string {
  const longest = Math.max(...table.map(({ name }) => name.length))
  const words = WORDS[language]
  const groups = GROUPS.map(([group, title]) => {
    const lines = table
      .filter((entry) => entry.group === group)
      .map(({ name, summary }) =>
        wrap(`  ${name.padEnd(longest)} ${summary[language]}`, width, ' '.repeat(longest + 3)),
      )
    return [title[language], ...lines].join('\n')
  })
  return `${[words.tagline, words.usage, wrap(words.first, width), ...groups, wrap(words.more, width)].join('\n\n')}\n`
}

/** The text of `cahier COMMAND --help`. */
export function helpForCommand(
  name: string,
  command: Command,
  language: Language,
  { width }: Terminal,
): string {
  const words = WORDS[language]
  const usages = inLanguage(command.usage, language)
    .split('\n')
    .map((usage) =>
      wrap(`cahier ${name} ${usage}`.trimEnd(), width - words.commandUsage.length - 1, '    '),
    )
  const options = Object.entries(optionsOf(command)).map(
    ([key, { value, short, optional, help }]) => {
      const shown = value && inLanguage(value, language)
      const head = `  ${short === undefined ? '' : `-${short}, `}--${key}${shown === undefined ? '' : optional ? `[=${shown}]` : ` ${shown}`}`
      const tail = ' '.repeat(width < 60 ? 6 : 24)
      return head.length < tail.length
        ? wrap(`${head.padEnd(tail.length)}${help[language]}`, width, tail)
        : `${head}\n${wrap(`${tail}${help[language]}`, width, tail)}`
    },
  )
  const address = commandAddress(name, language)
  return `${[
    `${words.commandUsage} ${usages.join('\n').replaceAll('\n', `\n${' '.repeat(words.commandUsage.length + 1)}`)}`,
    wrap(command.help[language], width),
    [words.options, ...options].join('\n'),
    [
      words.examples[command.examples.length > 1 ? 1 : 0],
      ...command.examples.map((example) => `  ${inLanguage(example, language)}`),
    ].join('\n'),
    ...(address === '' ? [] : [address]),
  ].join('\n\n')}\n`
}
