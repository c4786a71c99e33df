// `cahier completion`: prints the completion script of a shell, or the manual page.

import type { Language } from '@cahier/core'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, CommandEntry } from '../command.ts'
import { completionWords } from '../completion/words-of.ts'

const NAMES = ['bash', 'zsh', 'fish', 'man'] as const

export const command: Command = {
  usage: { fr: 'bash|zsh|fish|man', en: 'bash|zsh|fish|man' },
  help: {
    fr: 'Écrit sur la sortie standard le script qui complète les commandes avec la touche Tab, pour bash, zsh ou fish ; avec « man », la page de manuel, que lit « man -l ».',
    en: 'Prints the script that completes commands with the Tab key, for bash, zsh or fish; with “man”, the manual page, to be read with “man -l”.',
  },
  examples: [
    'cahier completion bash > ~/.local/share/bash-completion/completions/cahier',
    'cahier completion fish > ~/.config/fish/completions/cahier.fish',
    'cahier completion man > ~/.local/share/man/man1/cahier.1',
  ],
  anywhere: true,
  options: {},
  async run({ positionals: [written = '', ...more], language, print }, table) {
    const name = NAMES.find((one) => one === written)
    if (name === undefined || more.length > 0) {
      const { fr, en } = didYouMean(nearValue(written, NAMES, { manuel: 'man', manual: 'man' }))
      throw new UsageError(
        `cahier completion prend ${NAMES.join(', ')}${fr}`,
        `cahier completion takes one of ${NAMES.join(', ')}${en}`,
      )
    }
    print(await SCRIPTS[name](table, language))
    return 0
  },
}

const SCRIPTS: Readonly<
  Record<
    (typeof NAMES)[number],
    (table: readonly CommandEntry[], language: Language) => Promise<string>
  >
> = {
  bash: async (table, language) =>
    (await import('../completion/shells.ts')).bashCompletion(
      await completionWords(table, language),
    ),
  zsh: async (table, language) =>
    (await import('../completion/shells.ts')).zshCompletion(await completionWords(table, language)),
  fish: async (table, language) =>
    (await import('../completion/shells.ts')).fishCompletion(
      await completionWords(table, language),
    ),
  man: async (table, language) =>
    (await import('../completion/manual.ts')).manualPage(table, language),
}
