import { type Finding, type Language, typeset } from '@cahier/core'
import type { Terminal } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrapFor } from '../terminal/wrap.ts'
import { shownPath } from '../text/shown-path.ts'
import { excerptOf } from './excerpt.ts'
import { FIX } from './fold-fixable.ts'
import type { Report } from './report.ts'
import { COLOURS, hasManyFindings, messageOf, type Summary } from './report.ts'

type ReadReport = Pick<Report, 'findings' | 'summary' | 'catalogue' | 'invocation' | 'lineOf'>

/**
 * The report for people: a line per file that `--fix` corrects, the other findings by file, with
 * the faulty line, then the counts.
 */
export function textReport(report: ReadReport): string {
  return [...textPieces(report, () => '')].join('')
}

/** The same report in pieces, one file at a time: the whole may not fit in memory. */
export function* textPieces(
  { findings, summary, catalogue, invocation, lineOf }: ReadReport,
  noteOn: (finding: Finding) => string,
): Iterable<string> {
  const { language, terminal } = invocation
  // A line end in a file name would look like another finding.
  const nameOf = (path: string) => shownPath(path, invocation).replaceAll('\n', '␊')
  const labelOf = ({ severity }: Finding) =>
    paint(LABELS[language][severity], COLOURS[severity], terminal)
  const folded = findings.filter(({ rule }) => rule === FIX)
  function* foldedLines(): Iterable<string> {
    for (const finding of folded) {
      const said = `${paint(nameOf(finding.path), 'bold', terminal)}  ${labelOf(finding)}  ${messageOf(finding, catalogue, language)}`
      yield `${wrapFor(terminal, said, '  ').replace(/ +$/gm, '')}\n`
    }
    if (folded.length > 0) yield '\n'
  }
  // Findings that only a person can correct end a short report, and begin a long one, which ends
  // with a table.
  if (!hasManyFindings(summary)) yield* foldedLines()
  let lines: string[] = []
  let path = ''
  for (const finding of findings) {
    if (finding.rule === FIX) continue
    if (finding.path !== path) {
      if (path !== '') {
        yield `${lines.join('\n')}\n\n`
        lines = []
      }
      lines.push(paint(nameOf(finding.path), 'bold', terminal))
      path = finding.path
    }
    const { line, column } = finding.place.start
    const said = `  ${line}:${column}  ${labelOf(finding)}  ${messageOf(finding, catalogue, language)}  ${paint(finding.rule, 'dim', terminal)}`
    lines.push(wrapFor(terminal, said, '      ').replace(/ +$/gm, ''))
    const note = noteOn(finding)
    if (finding.severity !== 'info' || note !== '')
      lines.push(...excerpt(finding, lineOf(finding.path, line), terminal))
    if (note !== '') lines.push(wrapFor(terminal, `      ${note}`, '      '))
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n\n`
  if (hasManyFindings(summary)) yield* foldedLines()
  if (terminal.quiet === true && findings.length === 0) return
  const counts = typeset(countLine(summary, language), language)
  yield `${wrapFor(terminal, counts, '  ')}\n`
}

const LABELS = {
  fr: { error: 'erreur', warning: 'attention', info: 'remarque' },
  en: { error: 'error', warning: 'warning', info: 'remark' },
} as const

function excerpt(finding: Finding, line: string, terminal: Terminal): string[] {
  const shown = excerptOf(finding, line, Math.max(20, terminal.width - 8))
  if (shown === null) return []
  return [
    `      │ ${shown.line}`,
    `      │ ${shown.caret.before}${paint(shown.caret.signs, 'red', terminal)}`,
  ]
}

function countLine({ error, warning, info, files }: Summary, language: Language): string {
  // In French zero is singular, in English it is plural.
  const some = (count: number, one: string, many: string) =>
    `${count} ${count === 1 || (count === 0 && language === 'fr') ? one : many}`
  if (language === 'fr') {
    const read = some(files, 'fichier lu', 'fichiers lus')
    if (error + warning + info === 0) return `${read} : rien à signaler.`
    return `${read} : ${some(error, 'erreur', 'erreurs')}, ${some(warning, 'avertissement', 'avertissements')}, ${some(info, 'remarque', 'remarques')}.`
  }
  const read = some(files, 'file read', 'files read')
  if (error + warning + info === 0) return `${read}: nothing to report.`
  return `${read}: ${some(error, 'error', 'errors')}, ${some(warning, 'warning', 'warnings')}, ${some(info, 'remark', 'remarks')}.`
}
