import { isUtf8 } from 'node:buffer'
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { EMPTY_PLAN, type NewFile, pathInside, typeset, withSlashes } from '@cahier/core'
import { lintMessages } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { hasManyFindings, type Report, type Summary, summaryOf } from '../reports/report.ts'
import { printReport, reportAs } from '../reports/report-as.ts'
import { ruleTable } from '../reports/rule-table.ts'
import { pageOf } from '../rules/page-of.ts'
import { writePlan } from '../writing/write-plan.ts'
import { fixableLine, fixedLine, fixesAsDiff, tooManyLine } from './fix-messages.ts'
import type { Look } from './lint-at-each-save.ts'
import { readInput } from './lint-input.ts'
import { type LintResult, textsOf } from './result.ts'
import { lintStdin, runLint } from './run-lint.ts'

/** Lints, writes the fixes of `--fix`, and prints the report. Fails above `most` warnings. */
export async function lintAndReport(
  invocation: Invocation,
  format: string,
  most: number,
): Promise<Look> {
  const input = await readInput(invocation)
  const result = await runLint(invocation, input)
  const { folder, fixes, queries = [] } = result
  if (fixes !== null && invocation.values['dry-run'] !== true)
    await writeFixedTexts(
      fixes.texts,
      folder,
      input.kind === 'loose' ? input.paths : [],
      invocation.cwd,
    )
  const code = await reportOn(result, format, most, invocation)
  if (input.kind === 'loose' && format === 'text') sayHidden(input.files.hidden, invocation)
  return { code, folder, queries }
}

/** Lints standard input and prints the report; with `--fix`, prints the fixed text instead. */
export async function lintStdinAndReport(
  invocation: Invocation,
  format: string,
  most: number,
): Promise<ExitCode> {
  const stdin = textIn(readStdin())
  const result = await lintStdin(invocation, stdin)
  if (result.fixes === null || invocation.values['dry-run'] === true)
    return reportOn(result, format, most, invocation)
  const [fixed = stdin] = result.fixes.texts.values()
  process.stdout.write(fixed)
  return exitCodeOf(summaryOf(result.findings, 1), most)
}

function readStdin(): Buffer {
  try {
    return readFileSync(0)
  } catch (error) {
    const code = systemCode(error)
    throw new UsageError(
      `l’entrée standard ne peut pas être lue (${code})`,
      `standard input cannot be read (${code})`,
    )
  }
}

function textIn(bytes: Buffer): string {
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  throw new UsageError(
    'ce qui vient de l’entrée standard n’est pas du texte en UTF-8 : rien n’est relu',
    'what comes from standard input is not text in UTF-8: nothing is read',
  )
}

async function reportOn(
  result: LintResult,
  format: string,
  most: number,
  invocation: Invocation,
): Promise<ExitCode> {
  const { print, say, sayError, language, values, terminal } = invocation
  const { findings, folder, isFixable, fixes } = result
  const summary = summaryOf(findings, result.files)
  const report: Report = {
    command: 'lint',
    findings,
    summary,
    catalogue: lintMessages,
    isFixable,
    invocation: { ...invocation, folder },
    textOf: textsOf(result),
    pageOf,
  }
  const isText = format === 'text'
  const isDryRun = values['dry-run'] === true
  if (isText && isDryRun) print(fixesAsDiff(result, { ...invocation, folder }))
  else printReport(await reportAs(format, report, fixes), format, invocation)
  const fixable = findings.filter(isFixable).length
  if (isText && fixes !== null) say(fixedLine(fixes, isDryRun, language))
  else if (isText && hasManyFindings(summary))
    print(typeset(ruleTable(findings, isFixable, invocation), language))
  else if (isText && fixable > 0 && terminal.progress) sayError(fixableLine(fixable, language))
  if (isText && summary.error === 0 && summary.warning > most)
    sayError(tooManyLine(summary.warning, most, language))
  return exitCodeOf(summary, most)
}

function exitCodeOf({ error, warning }: Summary, most: number): ExitCode {
  return error > 0 || warning > most ? 1 : 0
}

// Names the hidden folders that were not read: they may have findings.
function sayHidden(hidden: readonly string[], { language, say }: Invocation): void {
  if (hidden.length === 0) return
  const folders = `${hidden.slice(0, MOST_SHOWN).join(', ')}${hidden.length > MOST_SHOWN ? ', …' : ''}`
  say(
    language === 'fr'
      ? `Dossiers cachés, non relus si l’on ne les nomme pas : ${folders}.\n`
      : `Hidden folders, not read unless they are named: ${folders}.\n`,
  )
}

const MOST_SHOWN = 5

/**
 * Writes fixed texts. Their paths are relative to `folder`. `named`: the paths on the command line
 * outside a programme; each text is written below one of them.
 */
export async function writeFixedTexts(
  texts: ReadonlyMap<string, string>,
  folder: string,
  named: readonly string[],
  cwd: string,
): Promise<void> {
  const roots = named.length === 0 ? [folder] : named.map((one) => rootOf(resolve(cwd, one)))
  const rootAbove = (target: string) =>
    roots.find((one) => pathInside(one, target) !== null) ?? folder
  for (const [root, own] of groupedBy(texts, ([path]) => rootAbove(resolve(folder, path)))) {
    const files = own.map(([path, content]): NewFile => {
      return { path: withSlashes(relative(root, resolve(folder, path))), content, replaces: true }
    })
    await writePlan(root, { ...EMPTY_PLAN, files })
  }
}

function rootOf(path: string): string {
  const real = realpathSync(path)
  return lstatSync(real).isDirectory() ? real : dirname(real)
}
