import { countOf, type Finding, type Language, typeset } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { Terminal } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrapFor } from '../terminal/wrap.ts'
import { excerptOf } from './excerpt.ts'
import {
  COLOURS,
  hasManyFindings,
  linesOf,
  type Report,
  type ShownFinding,
  type Summary,
  shownBy,
} from './report.ts'
import { FIX } from './shorten-report.ts'

type ReadReport = Pick<Report, 'findings' | 'summary' | 'catalogue' | 'invocation' | 'textOf'>

/** The report for people: files that `--fix` corrects, other findings by file, then the counts. */
export function textReport(report: ReadReport): string {
  return [...textPieces(report, () => '')].join('')
}

/** The same report, one file at a time: the whole report may not fit in memory. */
export function* textPieces(
  report: ReadReport,
  noteOn: (finding: Finding) => string,
): Iterable<string> {
  const { findings, summary, invocation, textOf } = report
  const { language, terminal } = invocation
  const lineOf = linesOf(textOf)
  const show = shownBy(report)
  const labelOf = ({ severity }: Finding) =>
    paint(LABELS[language][severity], COLOURS[severity], terminal)
  const wrapped = (text: string, indent: string) =>
    wrapFor(terminal, text, indent).replace(/ +$/gm, '')
  // A line end in a file name would look like another finding.
  const nameOf = ({ shown }: ShownFinding) => paint(shown.replaceAll('\n', '␊'), 'bold', terminal)
  const foldedLines = findings
    .filter(({ rule }) => rule === FIX)
    .map(show)
    .map((one) => `${wrapped(`${nameOf(one)}  ${labelOf(one)}  ${one.sentence}`, '  ')}\n`)
  const folded = foldedLines.length === 0 ? '' : `${foldedLines.join('')}\n`
  // Findings that only a person can correct must stay in view. They end a short report and begin a
  // long report, which a table follows.
  const isLong = hasManyFindings(summary)
  if (!isLong) yield folded
  const others = findings.filter(({ rule }) => rule !== FIX)
  for (const own of groupedBy(others, ({ path }) => path).values()) {
    const lines = own.map(show).flatMap((one, at) => {
      const { place, severity, rule, path, sentence } = one
      const { line, column } = place.start
      const note = noteOn(own[at] ?? one)
      const said = `  ${line}:${column}  ${labelOf(one)}  ${sentence}  ${paint(rule, 'dim', terminal)}`
      return [
        ...(at === 0 ? [nameOf(one)] : []),
        wrapped(said, '      '),
        ...(severity === 'info' && note === '' ? [] : excerpt(one, lineOf(path, line), terminal)),
        ...(note === '' ? [] : [wrapFor(terminal, `      ${note}`, '      ')]),
      ]
    })
    yield `${lines.join('\n')}\n\n`
  }
  if (isLong) yield folded
  if (terminal.quiet === true && findings.length === 0) return
  yield `${wrapFor(terminal, typeset(countLine(summary, language), language), '  ')}\n`
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

function countLine({ files, ...counts }: Summary, language: Language): string {
  const words = COUNTS[language]
  const some = (count: number, [one, many]: readonly [string, string]) =>
    countOf(language, count, one, many)
  const found = (['error', 'warning', 'info'] as const).map((key) => some(counts[key], words[key]))
  const isAllWell = counts.error + counts.warning + counts.info === 0
  return `${some(files, words.files)}${words.colon} ${isAllWell ? words.nothing : found.join(', ')}.`
}

const COUNTS = {
  fr: {
    files: ['fichier lu', 'fichiers lus'],
    error: ['erreur', 'erreurs'],
    warning: ['avertissement', 'avertissements'],
    info: ['remarque', 'remarques'],
    nothing: 'rien à signaler',
    colon: ' :',
  },
  en: {
    files: ['file read', 'files read'],
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    info: ['remark', 'remarks'],
    nothing: 'nothing to report',
    colon: ':',
  },
} as const
