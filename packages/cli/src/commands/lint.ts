// `cahier lint`: checks texts, and reports or fixes the findings.

import { textGiven } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { lintOptions, mostWarnings, refuseConflictingOptions } from '../lint/lint-options.ts'

export const command: Command = {
  usage: { fr: '[CHEMIN…]', en: '[PATH…]' },
  help: {
    fr: 'Relit les textes et dit ce qui est à corriger : où, quoi, et ce qu’il faudrait écrire. Sans chemin, tout le programme. Hors d’un programme, relit n’importe quel Markdown : la prose, la typographie et le Markdown lui-même, mais pas son en-tête (titre, description…), que d’autres outils lisent à la lettre. La langue d’un texte est celle que dit son en-tête (lang ou language), sinon celle de ses mots les plus courants, sinon le français. Les réglages d’un tel dossier sont dans « .cahier.yaml », en haut de ce dossier ou de son dépôt.',
    en: 'Reads the texts and says what needs correcting: where, what, and what would be right. Without a path, the whole programme. Outside a programme, reads any Markdown: its prose, its typography and the Markdown itself, but not its head (title, description…), which other tools read to the letter. The language of a text is the one that its head names (lang or language), else that of its commonest words, else French. The settings of such a folder are in “.cahier.yaml”, at the top of that folder or of its repository.',
  },
  examples: ['', '--fix axes/services/PROPOSAL.md', '--since origin/main --format github'],
  runsAnywhere: true,
  options: lintOptions,
  async run(invocation) {
    const format = textGiven(invocation, 'format')
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
