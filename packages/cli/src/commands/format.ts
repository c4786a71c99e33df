// `cahier format`: rewrites Markdown and YAML in one style, and changes no word.

import { planFormat } from '@cahier/lint'
import { diffText } from '@cahier/prose'
import { dryRunOption } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, ExitCode, Invocation } from '../command.ts'
import { pathsGitStoresAs, withUnixLineEnds } from '../git/unchanged.ts'
import { writeFixedTexts } from '../lint/lint-and-report.ts'
import { lintTarget } from '../lint/lint-target.ts'
import { visitProgramme } from '../programme/open.ts'
import { diffInWords } from '../text/diff.ts'
import { shownPath } from '../text/shown-path.ts'

export const command: Command = {
  usage: { fr: '[CHEMIN…]', en: '[PATH…]' },
  help: {
    fr: 'Écrit le Markdown et le YAML d’un programme d’une seule manière : titres, listes, emphases, ordre des clés, blancs, fins de ligne. Ni les mots, ni les lignes de prose, ni les commentaires ne changent ; aucune empreinte non plus. Ce qui est signé, décidé ou publié reste tel quel.',
    en: 'Writes the Markdown and the YAML of a programme in one consistent way: headings, lists, emphasis, order of keys, blanks, line ends. Neither words, nor lines of prose, nor comments change; nor does any digest. What is signed, decided or published stays as it is.',
  },
  examples: [
    'cahier format',
    'cahier format --check',
    {
      fr: 'cahier format --dry-run axes/services/guichet-humain.md',
      en: 'cahier format --dry-run axes/services/human-counter.md',
    },
  ],
  anywhere: true,
  options: {
    check: {
      type: 'boolean',
      help: {
        fr: 'dire seulement ce qui serait récrit, et échouer s’il y en a',
        en: 'only say what would be rewritten, and fail if anything would be',
      },
    },
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { values } = invocation
    if (values.check === true && values['dry-run'] === true)
      throw new UsageError(
        '--check et --dry-run ne vont pas ensemble',
        '--check and --dry-run do not go together',
      )
    const target = lintTarget(invocation)
    if (target.kind === 'loose')
      throw new UsageError(
        'format n’écrit que les textes d’un programme (ailleurs, prettier et remark savent écrire le Markdown d’une seule manière)',
        'format writes the texts of a programme only (elsewhere, prettier and remark know how to write Markdown in one way)',
      )
    const programme = visitProgramme(invocation)
    const formatted = planFormat(programme, target.includes)
    const texts = programme.documents
      .filter(({ path }) => target.includes(path))
      .map(({ path, text }) => ({ path, before: text, after: formatted.get(path) ?? text }))
    return writeOrReport(texts, invocation)
  },
}

interface FormattedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

async function writeOrReport(
  all: readonly FormattedFile[],
  invocation: Invocation,
): Promise<ExitCode> {
  const { values, say, print, language, folder, cwd } = invocation
  const words = WORDS[language]
  const texts = withoutLineEndChanges(
    all.filter(({ before, after }) => before !== after),
    folder,
  )
  if (values['dry-run'] === true)
    for (const { path, before, after } of texts)
      print(`${shownPath(path, invocation)}\n${diffInWords(diffText(before, after), invocation)}\n`)
  else if (values.check !== true)
    await writeFixedTexts(new Map(texts.map(({ path, after }) => [path, after])), folder, [], cwd)
  const isWritten = values.check !== true && values['dry-run'] !== true
  if (values['dry-run'] !== true)
    for (const { path } of texts)
      say(`${isWritten ? words.written : words.would} ${shownPath(path, invocation)}\n`)
  if (texts.length === 0) say(`${words.nothing(all.length)}\n`)
  return values.check === true && texts.length > 0 ? 1 : 0
}

// Leaves out files that differ only in line ends: git may check a file out with other line ends
// than those it stores.
function withoutLineEndChanges(
  texts: readonly FormattedFile[],
  folder: string,
): readonly FormattedFile[] {
  const plain = texts.map(({ path, after }) => ({ path, text: withUnixLineEnds(after) }))
  const unchanged = pathsGitStoresAs(
    folder,
    plain.filter(({ text }, index) => withUnixLineEnds(texts[index]?.before ?? '') === text),
  )
  return texts.filter(({ path }) => !unchanged.has(path))
}

const WORDS = {
  fr: {
    written: 'récrit :',
    would: 'serait récrit :',
    nothing: (count: number) =>
      `${count} fichier${count > 1 ? 's' : ''} lu${count > 1 ? 's' : ''} : rien à récrire.`,
  },
  en: {
    written: 'rewritten:',
    would: 'would be rewritten:',
    nothing: (count: number) => `${count} file${count === 1 ? '' : 's'} read: nothing to rewrite.`,
  },
} as const
