import { join, relative } from 'node:path'
import { asSentence, type Catalogue, type Finding, type Language, type Severity, sentenceOf, typeset, withSlashes } from '@cahier/core'
import { isFixable } from '@cahier/lint'
import type { Invocation, Terminal } from './command.ts'
import type { Mended } from './lint/linted.ts'
import { excerptOf } from './reports/excerpt.ts'
import { paint } from './terminal.ts'
import { wrapFor } from './wrap.ts'

/** Who a report is for, and where: paths are shown from `cwd`. */
export type Reader = Pick<Invocation, 'language' | 'folder' | 'cwd' | 'terminal'>

/** How many findings of each severity, and in how many files read. */
export interface Summary {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly files: number
}

export function summaryOf(findings: readonly Finding[], files: number): Summary {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info'), files }
}

/** The JSON report of `lint` (schemas/report-lint.schema.json). Paths are relative to where the command runs. */
export function jsonReport(
  findings: readonly Finding[],
  summary: Summary,
  catalogue: Catalogue,
  invocation: Reader,
  fixes: Mended | null = null,
) {
  const unmended = new Map((fixes?.refused ?? []).map(({ finding, why }) => [finding, why]))
  return {
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      path: shownPath(finding.path, invocation),
      line: finding.place.start.line,
      column: finding.place.start.column,
      endLine: finding.place.end.line,
      endColumn: finding.place.end.column,
      message: messageOf(finding, catalogue, invocation.language),
      fixable: isFixable(finding),
      ...(unmended.has(finding) && { unmended: unmended.get(finding) }),
    })),
    summary,
    ...(fixes !== null && { mended: fixes.mended.length }),
  }
}

/** Findings as people read them, a file at a time, with the line at fault and a caret under it; then one line that counts them. */
export function textReport(
  findings: readonly Finding[],
  summary: Summary,
  catalogue: Catalogue,
  invocation: Reader,
  lineOf: (path: string, line: number) => string,
): string {
  return [...textPieces(findings, summary, catalogue, invocation, lineOf, () => '')].join('')
}

/** The same in pieces of whole lines, a file at a time: of a long folder, the whole is longer than all else that is in memory. */
export function* textPieces(
  findings: readonly Finding[],
  summary: Summary,
  catalogue: Catalogue,
  invocation: Reader,
  lineOf: (path: string, line: number) => string,
  noteOn: (finding: Finding) => string,
): Iterable<string> {
  const { language, terminal } = invocation
  let lines: string[] = []
  let path = ''
  for (const finding of findings) {
    if (finding.path !== path) {
      if (path !== '') {
        yield `${lines.join('\n')}\n\n`
        lines = []
      }
      // A name may hold an end of line, which would begin another remark.
      lines.push(paint(shownPath(finding.path, invocation).replaceAll('\n', '␊'), 'bold', terminal))
      path = finding.path
    }
    const { line, column } = finding.place.start
    const label = paint(LABELS[language][finding.severity], COLOURS[finding.severity], terminal)
    const said = `  ${line}:${column}  ${label}  ${messageOf(finding, catalogue, language)}  ${paint(finding.rule, 'dim', terminal)}`
    lines.push(wrapFor(terminal, said, '      ').replace(/ +$/gm, ''))
    if (finding.severity !== 'info') lines.push(...excerpt(finding, lineOf(finding.path, line), terminal))
    const note = noteOn(finding)
    if (note !== '') lines.push(wrapFor(terminal, `      ${note}`, '      '))
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n\n`
  const counts = typeset(countLine(summary, language), language)
  yield `${wrapFor(terminal, counts, '  ')}\n`
}

/** The path of a finding, seen from where the command runs, with slashes on every system. */
export function shownPath(path: string, { folder, cwd }: Pick<Invocation, 'folder' | 'cwd'>): string {
  return withSlashes(relative(cwd, join(folder, path))) || path
}

/** The colour of each severity. */
export const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const
const LABELS = {
  fr: { error: 'erreur', warning: 'attention', info: 'remarque' },
  en: { error: 'error', warning: 'warning', info: 'remark' },
} as const

function excerpt(finding: Finding, line: string, terminal: Terminal): string[] {
  const shown = excerptOf(finding, line, Math.max(20, terminal.width - 8))
  if (shown === null) return []
  return [`      │ ${shown.line}`, `      │ ${shown.caret.before}${paint(shown.caret.signs, 'red', terminal)}`]
}

function countLine({ error, warning, info, files }: Summary, language: Language): string {
  // In French zero is singular, in English it is plural.
  const some = (count: number, one: string, many: string) => `${count} ${count === 1 || (count === 0 && language === 'fr') ? one : many}`
  if (language === 'fr') {
    const read = some(files, 'fichier lu', 'fichiers lus')
    if (error + warning + info === 0) return `${read} : rien à signaler.`
    return `${read} : ${some(error, 'erreur', 'erreurs')}, ${some(warning, 'avertissement', 'avertissements')}, ${some(info, 'remarque', 'remarques')}.`
  }
  const read = some(files, 'file read', 'files read')
  if (error + warning + info === 0) return `${read}: nothing to report.`
  return `${read}: ${some(error, 'error', 'errors')}, ${some(warning, 'warning', 'warnings')}, ${some(info, 'remark', 'remarks')}.`
}

/** The sentence of a finding, as it is printed. */
export function messageOf(finding: Finding, catalogue: Catalogue, language: Language): string {
  return typeset(asSentence(sentenceOf(finding, catalogue, language)), language)
}
