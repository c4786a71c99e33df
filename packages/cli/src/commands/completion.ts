// `cahier completion`: prints the completion script of a shell, or the manual page.

import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { wrongArguments } from '../arguments/options.ts'
import type { Command } from '../command.ts'

const NAMES = ['bash', 'zsh', 'fish', 'man'] as const

export const command: Command = {
  usage: 'bash|zsh|fish|man',
  help: {
    fr: 'Écrit le script d’un shell sur la sortie standard ; avec « man », la page de manuel, que lit « man -l ».',
    en: 'Prints the script of a shell; with “man”, the manual page, to be read with “man -l”.',
  },
  examples: [
    'bash > ~/.local/share/bash-completion/completions/cahier',
    'fish > ~/.config/fish/completions/cahier.fish',
    'man > ~/.local/share/man/man1/cahier.1',
  ],
  runsAnywhere: true,
  options: {},
  async run(invocation, table) {
    const { positionals, language, print } = invocation
    const [written = '', ...more] = positionals
    const name = NAMES.find((one) => one === written)
    if (name === undefined || more.length > 0) {
      const near = nearValue(written, NAMES, { manuel: 'man', manual: 'man' })
      throw wrongArguments(invocation, didYouMean(near))
    }
    print(
      name === 'man'
        ? await (await import('../completion/manual.ts')).manualPage(table, language)
        : await (await import('../completion/completion-script.ts')).completionScript(
            name,
            table,
            language,
          ),
    )
    return 0
  },
}
