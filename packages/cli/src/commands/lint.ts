// `cahier lint`: checks texts, and reports or fixes the findings.

import { formatIn } from '../arguments/format.ts'
import type { Command, Invocation } from '../command.ts'
import type { Look } from '../lint/lint-at-each-save.ts'
import type { LintInput } from '../lint/lint-input.ts'
import {
  LINT_FORMATS,
  lintOptions,
  mostWarnings,
  refuseConflictingOptions,
} from '../lint/lint-options.ts'

export const command: Command = {
  usage: { fr: '[CHEMIN…]', en: '[PATH…]' },
  help: {
    fr: 'Relit les textes et dit ce qui est à corriger : où, quoi, et ce qu’il faudrait écrire. Sans chemin, tout le programme. Hors d’un programme, relit n’importe quel Markdown : la prose, la typographie et le Markdown lui-même, mais pas son en-tête (titre, description…), que d’autres outils lisent à la lettre. La langue d’un texte est celle que dit son en-tête (lang ou language), sinon celle de ses mots les plus courants, sinon le français. Les réglages d’un tel dossier sont dans « .cahier.yaml », en haut de ce dossier ou de son dépôt.',
    en: 'Reads the texts and says what needs correcting: where, what, and what would be right. Without a path, the whole programme. Outside a programme, reads any Markdown: its prose, its typography and the Markdown itself, but not its head (title, description…), which other tools read to the letter. The language of a text is the one that its head names (lang or language), else that of its commonest words, else French. The settings of such a folder are in “.cahier.yaml”, at the top of that folder or of its repository.',
  },
  examples: [
    'cahier lint',
    {
      fr: 'cahier lint --fix axes/services/guichet-humain.md',
      en: 'cahier lint --fix axes/services/human-counter.md',
    },
    'cahier lint --since origin/main --format github',
  ],
  anywhere: true,
  options: lintOptions,
  async run(invocation) {
    const format = formatIn(invocation, LINT_FORMATS)
    const most = mostWarnings(invocation.values['max-warnings'])
    refuseConflictingOptions(invocation)
    if (invocation.values.watch === true) {
      const { lintAtEachSave } = await import('../lint/lint-at-each-save.ts')
      return lintAtEachSave(invocation, () => lintOnce(invocation, format, most))
    }
    if (invocation.values['update-baseline'] === true)
      return (await import('../lint/update-known-findings.ts')).updateKnownFindings(
        invocation,
        await inputOf(invocation),
      )
    if (invocation.values.stdin === true)
      return (await import('../lint/lint-and-report.ts')).lintStdinAndReport(
        invocation,
        format,
        most,
      )
    return (await lintOnce(invocation, format, most)).code
  },
}

async function lintOnce(invocation: Invocation, format: string, most: number): Promise<Look> {
  const input = await inputOf(invocation)
  const { lintAndReport } = await import('../lint/lint-and-report.ts')
  const look = await lintAndReport(invocation, input, format, most)
  sayHidden(input, format, invocation)
  return look
}

// Loaded when texts are read, so that `lint --help` loads no rule.
async function inputOf(invocation: Invocation): Promise<LintInput> {
  return (await import('../lint/lint-input.ts')).readInput(invocation)
}

// Names the hidden folders that were not read; otherwise the user would think that they have no
// findings.
function sayHidden(input: LintInput, format: string, { language, say }: Invocation): void {
  if (format !== 'text' || input.kind !== 'loose' || input.files.hidden.length === 0) return
  const folders = input.files.hidden.slice(0, MOST_SHOWN).join(', ')
  const more = input.files.hidden.length > MOST_SHOWN ? ', …' : ''
  say(
    language === 'fr'
      ? `Dossiers cachés, non relus si l’on ne les nomme pas : ${folders}${more}.\n`
      : `Hidden folders, not read unless they are named: ${folders}${more}.\n`,
  )
}

const MOST_SHOWN = 5
