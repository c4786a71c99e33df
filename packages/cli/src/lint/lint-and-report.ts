import { typeset } from '@cahier/core'
import { lintMessages } from '@cahier/lint'
import { diffText } from '@cahier/prose'
import { type ExitCode, type Invocation, inBothLanguages } from '../command.ts'
import { hasManyFindings, type Report, type Summary, summaryOf } from '../reports/report.ts'
import { printReport, reportAs } from '../reports/report-as.ts'
import { ruleTable } from '../reports/text-report.ts'
import { paint } from '../terminal/terminal.ts'
import { counted } from '../text/report-parts.ts'
import { shownPath } from '../text/shown-path.ts'
import { lintFiles } from './lint-loose.ts'
import { type LintResult, textsOf } from './lint-request.ts'
import { lintTarget } from './lint-target.ts'
import { readLooseFiles } from './loose-files.ts'

export type LintOutcome = Awaited<ReturnType<typeof lintAndReport>>

/**
 * Lints, writes the fixes of `--fix`, and prints the report. The exit status is 1 with errors or
 * above `most` warnings. `queries` lists what rules looked for on the disk, relative to `folder`.
 */
export async function lintAndReport(invocation: Invocation, format: string, most: number) {
  const { cwd } = invocation
  const target = lintTarget(invocation)
  const result =
    target.kind === 'loose'
      ? await lintFiles(invocation, await readLooseFiles(target.paths, cwd))
      : await (await import('./lint-programme.ts')).lintFolder(invocation, target.includes)
  const { folder, fixes, queries = [], hidden = [] } = result
  if (fixes !== null && invocation.values['dry-run'] !== true) {
    const { writeTexts } = await import('../writing/write-texts.ts')
    await writeTexts(fixes.texts, folder, target.kind === 'loose' ? target.paths : [], cwd)
  }
  const code = await reportOn(result, format, most, invocation)
  // Names the hidden folders that were not read: they may have findings.
  if (format === 'text' && hidden.length > 0)
    invocation.say(
      WORDS[invocation.language].hidden(
        [...hidden.slice(0, MOST_SHOWN), ...(hidden.length > MOST_SHOWN ? ['…'] : [])].join(', '),
      ),
    )
  return { code, folder, queries }
}

/** Prints the report of a run. Returns 1 when it has errors or more than `most` warnings. */
export async function reportOn(
  result: LintResult,
  format: string,
  most: number,
  invocation: Invocation,
): Promise<ExitCode> {
  const { print, say, sayError, language, values, terminal } = invocation
  const { findings, folder, isFixable, fixes } = result
  const words = WORDS[language]
  const summary = summaryOf(findings, result.files)
  const report: Report = {
    command: 'lint',
    findings,
    summary,
    catalogue: lintMessages,
    isFixable,
    invocation: { ...invocation, folder },
    textOf: textsOf(result),
    pageOf: async (rule) => (await import('../rules/page-of.ts')).pageOf(rule),
  }
  const isText = format === 'text'
  const isDryRun = values['dry-run'] === true
  if (isText && isDryRun) print(await fixesAsDiff(result, { ...invocation, folder }))
  else printReport(await reportAs(format, report, fixes), format, invocation)
  if (!isText) return exitCodeOf(summary, most)
  const fixable = findings.filter(isFixable).length
  if (fixes !== null)
    say(
      fixes.texts.size === 0
        ? words.nothing
        : words.fixed(fixes.fixed.length, fixes.texts.size, isDryRun),
    )
  else if (hasManyFindings(summary)) {
    print(typeset(ruleTable(findings, isFixable, invocation), language))
  } else if (fixable > 0 && terminal.progress) sayError(words.fixable(fixable))
  if (summary.error === 0 && summary.warning > most) sayError(words.tooMany(summary.warning, most))
  return exitCodeOf(summary, most)
}

export function exitCodeOf({ error, warning }: Summary, most: number): ExitCode {
  return error > 0 || warning > most ? 1 : 0
}

async function fixesAsDiff({ fixes, textBefore }: LintResult, invocation: Invocation) {
  const { diffInWords } = await import('../text/diff.ts')
  return [...(fixes?.texts ?? [])]
    .map(([path, after]) => {
      const title = paint(shownPath(path, invocation), 'bold', invocation.terminal)
      return `${title}\n${diffInWords(diffText(textBefore(path), after), invocation)}\n`
    })
    .join('')
}

const MOST_SHOWN = 5

const WORDS = inBothLanguages(
  {
    hidden: (folders: string) =>
      `Dossiers cachés, non relus si l’on ne les nomme pas : ${folders}.\n`,
    fixable: (count: number) =>
      `« cahier lint --fix » ${count > 1 ? `en corrige ${count}` : 'en corrige une'} sans risque.\n`,
    tooMany: (count: number, most: number) =>
      `Trop d’avertissements : ${count}, et --max-warnings en permet ${most}.\n`,
    nothing: 'Rien que l’on puisse corriger sans risque.\n',
    fixed: (passages: number, files: number, isDryRun: boolean) =>
      `${isDryRun ? 'À corriger' : 'Corrigé'} : ${counted.fr(passages, 'passage')} dans ${counted.fr(files, 'fichier')}.${isDryRun ? ' Rien n’est écrit.' : ''}\n`,
  },
  {
    hidden: (folders) => `Hidden folders, not read unless they are named: ${folders}.\n`,
    fixable: (count) =>
      `“cahier lint --fix” fixes ${count > 1 ? `${count} of them` : 'one of them'} without risk.\n`,
    tooMany: (count, most) => `Too many warnings: ${count}, and --max-warnings allows ${most}.\n`,
    nothing: 'Nothing can be fixed without risk.\n',
    fixed: (passages, files, isDryRun) =>
      `${isDryRun ? 'To be fixed' : 'Fixed'}: ${counted.en(passages, 'passage')} in ${counted.en(files, 'file')}.${isDryRun ? ' Nothing is written.' : ''}\n`,
  },
)
