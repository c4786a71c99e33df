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
import { wrap } from './terminal/terminal.ts'

/** The groups of commands, with their titles in help. */
export const GROUPS: readonly (readonly [CommandGroup, Bilingual])[] = [
  ['write', { fr: 'Écrire', en: 'Write' }],
  ['check', { fr: 'Vérifier', en: 'Check' }],
  ['speak', { fr: 'Se prononcer', en: 'Speak' }],
  ['decide', { fr: 'Décider', en: 'Decide' }],
  ['publish', { fr: 'Publier', en: 'Publish' }],
]

/** Words that the help and the manual page share. */
export const HELP_WORDS = {
  fr: {
    tagline: 'écrire un programme à plusieurs, en texte simple',
    usage: 'Emploi :',
    command: 'COMMANDE',
    first: 'Pour contribuer, quatre commandes suffisent : new, lint, stance, status.',
    more: 'cahier COMMANDE --help : ses options et un exemple. cahier -v : la version.',
    examples: ['Exemple', 'Exemples'],
  },
  en: {
    tagline: 'write a programme together, in plain text',
    usage: 'Usage:',
    command: 'COMMAND',
    first: 'To contribute, four commands are enough: new, lint, stance, status.',
    more: 'cahier COMMAND --help: its options and an example. cahier -v: the version.',
    examples: ['Example', 'Examples'],
  },
} as const

/** Sample ids, by the word that stands for them in examples. */
const SAMPLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { PROPOSAL: 'guichet-humain', COLLECTIVE: 'exemple', ADDRESSEE: 'syndicats' },
  en: { PROPOSAL: 'human-counter', COLLECTIVE: 'example', ADDRESSEE: 'unions' },
}

/** The example command lines of a command. */
export function examplesOf(name: string, { examples }: Command, language: Language) {
  return examples.map((example) =>
    `cahier ${name} ${typeof example === 'string' ? example : example[language]}`
      .replace(/[A-Z]{3,}/g, (word) => SAMPLES[language][word] ?? word)
      .trimEnd(),
  )
}

/** The summary of a command, then its help. */
export function aboutCommand({ summary }: Summarised, { help }: Command, language: Language) {
  const [first = '', ...others] = summary[language]
  return `${first.toUpperCase()}${others.join('')}. ${help[language]}`
}

type Summarised = Pick<CommandEntry, 'name' | 'summary'>

export function helpForAll(
  table: readonly CommandEntry[],
  language: Language,
  { width }: Terminal,
): string {
  const longest = Math.max(...table.map(({ name }) => name.length))
  const words = HELP_WORDS[language]
  const groups = GROUPS.map(([group, title]) => {
    const lines = table
      .filter((entry) => entry.group === group)
      .map(({ name, summary }) =>
        wrap(`  ${name.padEnd(longest)} ${summary[language]}`, width, ' '.repeat(longest + 3)),
      )
    return [title[language], ...lines].join('\n')
  })
  const colon = language === 'fr' ? ' :' : ':'
  return `${[`cahier${colon} ${words.tagline}`, `${words.usage} cahier ${words.command} …`, wrap(words.first, width), ...groups, wrap(words.more, width)].join('\n\n')}\n`
}

export function helpForCommand(
  entry: Summarised,
  command: Command,
  language: Language,
  { width }: Terminal,
): string {
  const { name } = entry
  const { usage: head, examples } = HELP_WORDS[language]
  const margin = ' '.repeat(head.length + 1)
  const usages = inLanguage(command.usage, language)
    .split('\n')
    .map((usage) => wrap(`cahier ${name} ${usage}`.trimEnd(), width - margin.length, '    '))
  const options = Object.entries(optionsOf(command)).map(
    ([key, { value = '', short, optional, help }]) => {
      const shown = inLanguage(value, language)
      const taken = shown && (optional ? `[=${shown}]` : ` ${shown}`)
      const option = `  ${short === undefined ? '' : `-${short}, `}--${key}${taken}`
      const tail = ' '.repeat(width < 60 ? 6 : 24)
      return option.length < tail.length
        ? wrap(`${option.padEnd(tail.length)}${help[language]}`, width, tail)
        : `${option}\n${wrap(`${tail}${help[language]}`, width, tail)}`
    },
  )
  const shown = examplesOf(name, command, language)
  const address = commandAddress(name, language)
  return `${[
    `${head} ${usages.join('\n').replaceAll('\n', `\n${margin}`)}`,
    wrap(aboutCommand(entry, command, language), width),
    ['Options', ...options].join('\n'),
    [examples[shown.length > 1 ? 1 : 0], ...shown.map((example) => `  ${example}`)].join('\n'),
    ...(address === '' ? [] : [address]),
  ].join('\n\n')}\n`
}
