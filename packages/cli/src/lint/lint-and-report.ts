import { isUtf8 } from 'node:buffer'
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { EMPTY_PLAN, type NewFile, pathInside, typeset, withSlashes } from '@cahier/core'
import { lintMessages } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { hasManyFindings, linesOf, type Report, summaryOf } from '../reports/report.ts'
import { printReport, reportAs } from '../reports/report-as.ts'
import { ruleTable } from '../reports/rule-table.ts'
import { pageOf } from '../rules/page-of.ts'
import { writePlan } from '../writing/write-plan.ts'
import { fixableLine, fixedLine, fixesAsDiff, tooManyLine } from './fix-messages.ts'
import type { Look } from './lint-at-each-save.ts'
import type { LintInput } from './lint-input.ts'
import type { LintResult } from './result.ts'
import { lintStdin, runLint } from './run-lint.ts'

/** Lints, writes the fixes of `--fix`, and prints the report. Fails above `most` warnings. */
export async function lintAndReport(
  invocation: Invocation,
  input: LintInput,
  format: string,
  most: number,
): Promise<Look> {
  const result = await runLint(invocation, input)
  if (result.fixes !== null && invocation.values['dry-run'] !== true)
    await write(result, input, invocation)
  await tell(result, format, invocation)
  sayTooMany(result, most, format, invocation)
  const { folder, queries = [] } = result
  return { code: exitCodeOf(result, most), folder, queries }
}

/** Lints standard input and prints the report; with `--fix`, prints the fixed text instead. */
export async function lintStdinAndReport(
  invocation: Invocation,
  format: string,
  most: number,
): Promise<ExitCode> {
  const stdin = textIn(readStdin())
  const linted = await lintStdin(invocation, stdin)
  if (linted.fixes !== null && invocation.values['dry-run'] !== true) {
    const [fixed] = linted.fixes.texts.values()
    process.stdout.write(fixed ?? stdin)
  } else {
    await tell(linted, format, invocation)
    sayTooMany(linted, most, format, invocation)
  }
  return exitCodeOf(linted, most)
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

function exitCodeOf({ findings, files }: LintResult, most: number): ExitCode {
  const summary = summaryOf(findings, files)
  return summary.error > 0 || summary.warning > most ? 1 : 0
}

// Explains a failure of `--max-warnings`: no finding does.
function sayTooMany(
  { findings, files }: LintResult,
  most: number,
  format: string,
  { sayError, language }: Invocation,
): void {
  const { error, warning } = summaryOf(findings, files)
  if (format === 'text' && error === 0 && warning > most)
    sayError(tooManyLine(warning, most, language))
}

async function write(
  { folder, fixes }: LintResult,
  input: LintInput,
  { cwd }: Invocation,
): Promise<void> {
  if (fixes !== null && fixes.texts.size > 0)
    await writeFixedTexts(fixes.texts, folder, input.kind === 'loose' ? input.paths : [], cwd)
}

async function tell(linted: LintResult, format: string, invocation: Invocation): Promise<void> {
  const { print, say, sayError, language, values } = invocation
  const { findings, files, folder, textOf, bytesOf, textBefore, isFixable, fixes } = linted
  const lineOf = linesOf(textOf, bytesOf)
  const seen = { ...invocation, folder }
  const summary = summaryOf(findings, files)
  const catalogue = lintMessages
  const report: Report = {
    verb: 'lint',
    findings,
    summary,
    catalogue,
    isFixable,
    invocation: seen,
    textOf,
    lineOf,
    pageOf,
  }
  const pieces = await reportAs(format, report, fixes)
  if (format === 'text' && fixes !== null) {
    const isDryRun = values['dry-run'] === true
    if (isDryRun) print(fixesAsDiff(fixes, textBefore, seen))
    else printReport(pieces, format, invocation)
    say(fixedLine(fixes, isDryRun, language))
    return
  }
  printReport(pieces, format, invocation)
  if (format !== 'text') return
  const fixable = findings.filter(isFixable).length
  if (hasManyFindings(summary)) print(typeset(ruleTable(findings, isFixable, invocation), language))
  // A hint for people at a terminal, not part of the report.
  else if (fixable > 0 && invocation.terminal.progress) sayError(fixableLine(fixable, language))
}

/**
 * Writes fixed texts, each whole or not at all. Paths are relative to `folder`; loose texts are
 * written below `named`.
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
