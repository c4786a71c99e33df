// `cahier lint`: checks texts, and reports or fixes the findings.

import { optionText } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { lintOptions, mostWarnings, refuseConflictingOptions } from '../lint/lint-options.ts'

export const command: Command = {
  usage: '[PATH…]',
  help: {
    fr: 'Où, quoi, et ce qu’il faudrait écrire. Sans chemin, dans tout le programme. Hors d’un programme, dans n’importe quel Markdown, sauf son en-tête, que d’autres outils lisent à la lettre : dans la langue que dit cet en-tête (lang ou language), sinon celle de ses mots, sinon en français, avec les réglages de « .cahier.yaml », en haut du dossier ou du dépôt.',
    en: 'Where, what, and what would be right. Without a path, in the whole programme. Outside a programme, in any Markdown except its head, which other tools read to the letter: in the language that this head names (lang or language), else that of its words, else French, with the settings of “.cahier.yaml”, at the top of the folder or of the repository.',
  },
  examples: ['', '--fix axes/services/PROPOSAL.md', '--since origin/main --format github'],
  runsAnywhere: true,
  options: lintOptions,
  async run(invocation) {
    const format = optionText(invocation, 'format')
    const most = mostWarnings(invocation.values['max-warnings'])
    refuseConflictingOptions(invocation)
    // Loaded here, so that `lint --help` is fast.
    const { lintAndReport } = await import('../lint/lint-and-report.ts')
    const lintOnce = () => lintAndReport(invocation, format, most)
    if (invocation.values.watch === true)
      return (await import('../lint/lint-at-each-save.ts')).lintAtEachSave(invocation, lintOnce)
    if (invocation.values['update-baseline'] === true)
      return (await import('../lint/update-known-findings.ts')).updateKnownFindings(invocation)
    if (invocation.values.stdin === true) {
      const { lintStdinAndReport } = await import('../lint/lint-stdin.ts')
      return lintStdinAndReport(invocation, format, most)
    }
    return (await lintOnce()).code
  },
}
