import { readFileSync } from 'node:fs'
import { lint, lintMessages, pageOf } from '@cahier/lint'
import type { Command, ExitCode, Invocation } from '../command.ts'
import { formatIn } from '../format-option.ts'
import { LINT_FORMATS, lintOptions, mostWarnings, refuseTogether } from '../lint/lint-options.ts'
import { lintTarget } from '../lint/lint-target.ts'
import type { Linted } from '../lint/linted.ts'
import { fixableLine, mendedLine, mendingShown } from '../lint/mending-in-words.ts'
import { runLint } from '../lint/run-lint.ts'
import { updateBaseline } from '../lint/update-baseline.ts'
import { writeMended } from '../lint/write-mended.ts'
import { openProgramme } from '../open-programme.ts'
import { summaryOf } from '../report-findings.ts'
import { printReport } from '../reports/print-report.ts'
import { linesOf } from '../reports/report.ts'
import { reportAs } from '../reports/report-as.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: { fr: '[CHEMIN…]', en: '[PATH…]' },
  help: {
    fr: 'Relit les textes et dit ce qui est à corriger : où, quoi, et ce qu’il faudrait écrire. Sans chemin, tout le programme. Hors d’un programme, relit n’importe quel Markdown : la prose, la typographie et le Markdown lui-même.',
    en: 'Reads the texts and says what is to be mended: where, what, and what would be right. Without a path, the whole programme. Outside a programme, reads any Markdown: its prose, its typography and the Markdown itself.',
  },
  examples: ['cahier lint', 'cahier lint --fix axes/services/guichet-humain.md', 'cahier lint --since origin/main --format github'],
  anywhere: true,
  options: lintOptions,
  async run(invocation) {
    const format = formatIn(invocation, LINT_FORMATS)
    const most = mostWarnings(invocation.values['max-warnings'])
    refuseTogether(invocation)
    if (invocation.values.watch === true) {
      const { lintAgain } = await import('../lint/lint-again.ts')
      return lintAgain(invocation, () => lintOnce(invocation, format, most))
    }
    if (invocation.values['update-baseline'] === true) return noteKnown(invocation)
    return lintOnce(invocation, format, most)
  },
}

async function lintOnce(invocation: Invocation, format: string, most: number): Promise<ExitCode> {
  const { values } = invocation
  const isDryRun = values['dry-run'] === true
  const stdin = values.stdin === true ? readFileSync(0, 'utf8') : null
  const linted = await runLint(invocation, stdin)
  const { fixes } = linted
  const summary = summaryOf(linted.findings, linted.files)
  const code = summary.error > 0 || summary.warning > most ? 1 : 0
  // What was asked for on standard output is the text itself.
  if (stdin !== null && fixes !== null && !isDryRun) {
    const [mended] = fixes.texts.values()
    process.stdout.write(mended ?? stdin)
    return code
  }
  if (fixes !== null && !isDryRun) write(linted, invocation)
  await tell(linted, summary, format, isDryRun, invocation)
  return code
}

function write({ folder, fixes }: Linted, invocation: Invocation): void {
  const target = lintTarget(invocation)
  if (fixes !== null && fixes.texts.size > 0) writeMended(fixes.texts, folder, target.kind === 'loose' ? target.paths : [], invocation.cwd)
}

async function tell(
  linted: Linted,
  summary: ReturnType<typeof summaryOf>,
  format: string,
  isDryRun: boolean,
  invocation: Invocation,
): Promise<void> {
  const { print, say, language } = invocation
  const { findings, folder, textOf, textBefore, fixes } = linted
  const seen = { ...invocation, folder }
  const report = { findings, summary, catalogue: lintMessages, invocation: seen, textOf, lineOf: linesOf(textOf), pageOf }
  const pieces = await reportAs(format, report, fixes)
  if (format === 'text' && fixes !== null) {
    if (isDryRun) print(mendingShown(fixes, textBefore, seen))
    else printReport(pieces, format, invocation)
    say(mendedLine(fixes, isDryRun, language))
    return
  }
  printReport(pieces, format, invocation)
  const fixable = findings.filter(({ edits = [] }) => edits.length > 0).length
  // For who sits at a terminal, and no part of the report.
  if (format === 'text' && fixable > 0 && invocation.terminal.progress) invocation.sayError(fixableLine(fixable, language))
}

function noteKnown(invocation: Invocation): ExitCode {
  const target = lintTarget(invocation)
  if (target.kind === 'loose' || invocation.positionals.length > 0)
    throw new UsageError('--update-baseline vaut pour tout un programme', '--update-baseline is for a whole programme')
  const programme = openProgramme(invocation)
  return updateBaseline(programme, lint(programme, { day: invocation.day(), known: true }), invocation)
}
