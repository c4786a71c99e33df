import type { Language } from '@cahier/core'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { bashCompletion } from '../completion/bash.ts'
import { fishCompletion } from '../completion/fish.ts'
import { manualPage } from '../completion/manual.ts'
import { wordsOf } from '../completion/words-of.ts'
import { zshCompletion } from '../completion/zsh.ts'

const SCRIPTS: ReadonlyMap<string, (language: Language) => Promise<string>> = new Map([
  ['bash', async (language) => bashCompletion(await wordsOf(language))],
  ['zsh', async (language) => zshCompletion(await wordsOf(language))],
  ['fish', async (language) => fishCompletion(await wordsOf(language))],
  ['man', manualPage],
])

export const command: Command = {
  usage: { fr: 'bash|zsh|fish|man', en: 'bash|zsh|fish|man' },
  help: {
    fr: 'Écrit sur la sortie standard de quoi compléter les commandes avec la touche Tab, pour bash, zsh ou fish. Avec « man », la page de manuel, que lit « man -l ».',
    en: 'Writes to standard output what completes commands with the Tab key, for bash, zsh or fish. With “man”, the manual page, which “man -l” reads.',
  },
  examples: [
    'cahier completion bash > ~/.local/share/bash-completion/completions/cahier',
    'cahier completion fish > ~/.config/fish/completions/cahier.fish',
    'cahier completion man > ~/.local/share/man/man1/cahier.1',
  ],
  anywhere: true,
  options: {},
  async run({ positionals: [name = '', ...more], language, print }) {
    const script = SCRIPTS.get(name)
    if (script === undefined || more.length > 0) {
      const names = [...SCRIPTS.keys()]
      const { fr, en } = didYouMean(nearValue(name, names, { manuel: 'man', manual: 'man' }))
      throw new UsageError(
        `cahier completion prend ${names.join(', ')}${fr}`,
        `cahier completion takes one of ${names.join(', ')}${en}`,
      )
    }
    print(await script(language))
    return 0
  },
}
