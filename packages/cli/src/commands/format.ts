// `cahier format`: rewrites Markdown and YAML in one style, and changes no word.

import { planFormat } from '@cahier/lint'
import { diffText } from '@cahier/prose'
import { dryRunOption, flag } from '../arguments/options.ts'
import { notTogether, UsageError } from '../arguments/usage-error.ts'
import { type Command, type ExitCode, type Invocation, inBothLanguages } from '../command.ts'
import { pathsGitStoresAs, withUnixLineEnds } from '../git/line-ends.ts'
import { lintTarget } from '../lint/lint-target.ts'
import { visitProgramme } from '../programme/open.ts'
import { diffInWords } from '../text/diff.ts'
import { counted } from '../text/report-parts.ts'
import { shownPath } from '../text/shown-path.ts'
import { writeTexts } from '../writing/write-texts.ts'

export const command: Command = {
  usage: '[PATH…]',
  help: {
    fr: 'Titres, listes, emphases, ordre des clés, blancs, fins de ligne. Ni les mots, ni les lignes de prose, ni les commentaires ne changent ; aucune empreinte non plus. Ce qui est signé, décidé ou publié reste tel quel.',
    en: 'Headings, lists, emphasis, order of keys, blanks, line ends. Neither words, nor lines of prose, nor comments change; nor does any digest. What is signed, decided or published stays as it is.',
  },
  examples: ['', '--check', '--dry-run axes/services/PROPOSAL.md'],
  runsAnywhere: true,
  options: {
    check: flag(
      'dire seulement ce qui serait récrit, et échouer s’il y en a',
      'only say what would be rewritten, and fail if anything would be',
    ),
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { values } = invocation
    if (values.check === true && values['dry-run'] === true)
      throw notTogether('--check', '--dry-run')
    const target = lintTarget(invocation)
    if (target.kind === 'loose')
      throw new UsageError(
        'format n’écrit que les textes d’un programme (ailleurs, prettier et remark savent écrire le Markdown d’une seule manière)',
        'format writes the texts of a programme only (elsewhere, prettier and remark know how to write Markdown in one way)',
      )
    const programme = visitProgramme(invocation)
    const formatted = planFormat(programme, target.includes)
    const all = programme.documents.filter(({ path }) => target.includes(path))
    const texts = all
      .map(({ path, text }) => ({ path, before: text, after: formatted.get(path) ?? text }))
      .filter(({ before, after }) => before !== after)
    return writeOrReport(withoutLineEndChanges(texts, invocation.folder), all.length, invocation)
  },
}

interface FormattedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

async function writeOrReport(
  texts: readonly FormattedFile[],
  read: number,
  invocation: Invocation,
): Promise<ExitCode> {
  const { values, say, print, language, folder, cwd } = invocation
  const words = WORDS[language]
  const isCheck = values.check === true
  if (values['dry-run'] === true)
    for (const { path, before, after } of texts)
      print(`${shownPath(path, invocation)}\n${diffInWords(diffText(before, after), invocation)}\n`)
  else {
    if (!isCheck)
      await writeTexts(new Map(texts.map(({ path, after }) => [path, after])), folder, [], cwd)
    for (const { path } of texts)
      say(`${isCheck ? words.would : words.written} ${shownPath(path, invocation)}\n`)
  }
  if (texts.length === 0) say(`${words.nothing(read)}\n`)
  return isCheck && texts.length > 0 ? 1 : 0
}

// Where git itself makes line ends uniform, a file with other line ends needs no rewriting.
function withoutLineEndChanges(texts: readonly FormattedFile[], folder: string) {
  const plain = texts
    .map(({ path, before, after }) => ({ path, before, text: withUnixLineEnds(after) }))
    .filter(({ before, text }) => withUnixLineEnds(before) === text)
  const unchanged = pathsGitStoresAs(folder, plain)
  return texts.filter(({ path }) => !unchanged.has(path))
}

const WORDS = inBothLanguages(
  {
    written: 'récrit :',
    would: 'serait récrit :',
    nothing: (count: number) =>
      `${counted.fr(count, 'fichier lu', 'fichiers lus')} : rien à récrire.`,
  },
  {
    written: 'rewritten:',
    would: 'would be rewritten:',
    nothing: (count) => `${counted.en(count, 'file')} read: nothing to rewrite.`,
  },
)
