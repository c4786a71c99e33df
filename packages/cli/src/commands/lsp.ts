// `cahier lsp`: runs the language server on standard input and output.

import { existsSync } from 'node:fs'
import type { Language } from '@cahier/core'
import { rulePageUrl } from '@cahier/lint/rule-page-url'
import { languageFrom } from '../arguments/command-line.ts'
import { todayIn } from '../arguments/day.ts'
import { flag, optionText, valueOption } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { ruleAddress } from '../docs-address.ts'
import { unpackEngine } from '../programme/parser.ts'
import { VERSION } from '../version.ts'

export const command: Command = {
  usage: '',
  help: {
    fr: 'Par le protocole LSP, sur l’entrée et la sortie standard. C’est l’éditeur qui lance cette commande.',
    en: 'In the LSP protocol, on standard input and output. It is the editor that runs this command.',
  },
  examples: [''],
  options: {
    stdio: flag('sans effet : c’est toujours ainsi', 'no effect: this is always so'),
    clientProcessId: valueOption(
      'N',
      'sans effet : donné par certains éditeurs',
      'no effect: given by some editors',
    ),
  },
  runsAnywhere: true,
  async run(invocation) {
    // Every request needs the engine of the parser: it is unpacked while the server loads.
    const engine = unpackEngine()
    const { startServer } = await import('@cahier/language-server')
    return new Promise((resolve) => {
      startServer({
        input: process.stdin,
        output: process.stdout,
        exit: (code) => {
          resolve(code)
          // On a code other than 0, the connection is closed: nothing more can be sent.
          if (code !== 0) process.exit(code)
          // The editor gets 50 ms to read the last messages.
          setTimeout(() => process.exit(code), 50).unref()
        },
        day: (timezone) => process.env.CAHIER_DATE || todayIn(timezone),
        language: (programme) =>
          languageFrom(optionText(invocation, 'lang'), process.env, programme),
        pageOfRule,
        parser: async () => (await import('../programme/parser.ts')).serverParser(await engine),
        cache: async () => (await import('../lint/lint-programme.ts')).editorCache,
        watchFolder: async (folder, onChange) =>
          (await import('../disk/watch.ts')).watchFolder(folder, onChange),
        version: VERSION,
      })
    })
  },
}

function pageOfRule(rule: string, language: Language) {
  const address = ruleAddress(rule, language)
  if (address !== '') return address
  const page = rulePageUrl(rule)
  return existsSync(page) ? page.href : undefined
}
