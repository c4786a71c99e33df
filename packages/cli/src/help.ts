import type { Language } from '@cahier/core'
import type { Bilingual, Command, Option } from './command.ts'
import { type Group, verbs } from './verbs.ts'

const GROUPS: readonly (readonly [Group, Bilingual])[] = [
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
    more: 'cahier COMMANDE --help : ses options et un exemple. cahier --version : la version.',
    options: 'Options',
    example: 'Exemple',
    verb: 'Emploi :',
  },
  en: {
    tagline: 'cahier: write a programme together, in plain text',
    usage: 'Usage: cahier COMMAND …',
    first: 'To contribute, four commands are enough: new, lint, stance, status.',
    more: 'cahier COMMAND --help: its options and an example. cahier --version: the version.',
    options: 'Options',
    example: 'Example',
    verb: 'Usage:',
  },
} as const

/** `cahier --help`: the verbs in five groups. */
export function helpForAll(language: Language): string {
  const words = WORDS[language]
  const groups = GROUPS.map(([group, title]) => {
    const lines = verbs.filter((verb) => verb.group === group).map(({ name, summary }) => `  ${name.padEnd(9)} ${summary[language]}`)
    return [title[language], ...lines].join('\n')
  })
  return `${[words.tagline, words.usage, words.first, ...groups, words.more].join('\n\n')}\n`
}

/** `cahier VERB --help`. */
export function helpForVerb(name: string, command: Command, common: Readonly<Record<string, Option>>, language: Language): string {
  const words = WORDS[language]
  const options = Object.entries({ ...command.options, ...common }).map(([key, { value, help }]) => {
    const head = `  --${key}${value === undefined ? '' : ` ${value}`}`
    return head.length < 24 ? `${head.padEnd(24)}${help[language]}` : `${head}\n${' '.repeat(24)}${help[language]}`
  })
  return `${[
    `${words.verb} cahier ${name} ${command.usage}`.trimEnd(),
    command.help[language],
    [words.options, ...options].join('\n'),
    [words.example, ...command.examples.map((example) => `  ${example}`)].join('\n'),
  ].join('\n\n')}\n`
}
