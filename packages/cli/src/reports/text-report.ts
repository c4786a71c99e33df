import { type Finding, sentencesIn, typeset, wording } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import stringWidth from 'fast-string-width'
import type { Invocation, Terminal } from '../command.ts'
import { shellWord } from '../terminal/shell-word.ts'
import { paint, withoutEscapes, wrapFor } from '../terminal/terminal.ts'
import {
  FIXABLE_SUMMARY_RULE,
  hasManyFindings,
  linesOf,
  type Report,
  type ShownFinding,
  severityLabel,
  shownBy,
} from './report.ts'

type ReadReport = Pick<Report, 'findings' | 'summary' | 'catalogue' | 'invocation' | 'textOf'>

/** The report for people: files that `--fix` corrects, other findings by file, and the counts. */
export function textReport(report: ReadReport): string {
  return [...textPieces(report, () => '')].join('')
}

/**
 * The report of `textReport` in parts, since the whole may not fit in memory. `noteOn` gives a note
 * to print under a finding, or `''`.
 */
export function* textPieces(
  report: ReadReport,
  noteOn: (finding: Finding) => string,
): Iterable<string> {
  const { findings, summary, invocation, textOf } = report
  const { language, terminal } = invocation
  const lineOf = linesOf(textOf)
  const show = shownBy(report)
  const labelOf = ({ severity }: Finding) => severityLabel(severity, invocation)
  const wrapped = (text: string, indent: string) =>
    wrapFor(terminal, text, indent).replace(/ +$/gm, '')
  // A line end in a file name would look like another finding.
  const nameOf = ({ shown }: ShownFinding) => paint(shown.replaceAll('\n', '␊'), 'bold', terminal)
  const foldedLines = findings
    .filter(({ rule }) => rule === FIXABLE_SUMMARY_RULE)
    .map(show)
    .map((one) => `${wrapped(`${nameOf(one)}  ${labelOf(one)}  ${one.sentence}`, '  ')}\n`)
  const folded = foldedLines.length === 0 ? '' : `${foldedLines.join('')}\n`
  // Findings that only a person can correct must stay in view. A short report ends with them. A
  // long report begins with them, because a table ends it.
  const isLong = hasManyFindings(summary)
  if (!isLong) yield folded
  const others = findings.filter(({ rule }) => rule !== FIXABLE_SUMMARY_RULE)
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
  const { error, warning, info } = summary
  const counts = error + warning + info === 0 ? 'nothing' : 'some'
  const line = sentencesIn(COUNTS, language)(counts, { ...summary })
  yield `${wrapFor(terminal, typeset(line, language), '  ')}\n`
}

function excerpt(finding: Finding, line: string, terminal: Terminal): string[] {
  const shown = excerptOf(finding, line, Math.max(20, terminal.width - 8))
  if (shown === null) return []
  return [
    `      │ ${shown.line}`,
    `      │ ${shown.caret.before}${paint(shown.caret.signs, 'red', terminal)}`,
  ]
}

const COUNTS = {
  nothing: wording(
    '{files|fichier lu|fichiers lus} : rien à signaler.',
    '{files|file read|files read}: nothing to report.',
  ),
  some: wording(
    '{files|fichier lu|fichiers lus} : {error|erreur|erreurs}, {warning|avertissement|avertissements}, {info|remarque|remarques}.',
    '{files|file read|files read}: {error|error|errors}, {warning|warning|warnings}, {info|remark|remarks}.',
  ),
}

/**
 * The first line of a finding, cut to `width` columns, and the carets (`^`) to print below. `null`
 * when the line is blank.
 */
export function excerptOf(
  { place: { start, end } }: Pick<Finding, 'place'>,
  line: string,
  width: number,
) {
  const stop = end.line === start.line ? end.column - 1 : line.length
  if (line.trim() === '') return null
  const from = start.column - 1
  const longest = width * MOST
  const before = charactersOf(line.slice(Math.max(0, from - longest), from))
  const shown = charactersOf(line.slice(from, Math.min(stop, from + longest)))
  const after = charactersOf(line.slice(Math.max(stop, from), Math.max(stop, from) + longest))
  const about = fitting(shown, width - 2)
  const room = width - 2 - widthOf(about)
  // The words before a finding explain more than the words after.
  const most = Math.max(Math.min(room, Math.ceil(room * 0.6)), room - widthOf(after))
  const lead = fitting(before.toReversed(), most).toReversed()
  const tail = fitting(after, room - widthOf(lead))
  const isCut = lead.length < before.length || from > longest
  const isShort = about.length < shown.length || tail.length < after.length
  const opening = isCut ? '…' : ''
  return {
    line: `${opening}${[...lead, ...about, ...tail].join('')}${isShort ? '…' : ''}`,
    caret: {
      before: ' '.repeat(opening.length + widthOf(lead)),
      signs: '^'.repeat(Math.max(1, widthOf(about))),
    },
  }
}

/**
 * At most this many UTF-16 units are read for each column, since a hostile line may have megabytes.
 */
const MOST = 8

/** Matches texts whose characters never combine. */
const PLAIN = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u202F\u20AC]*$/

let segments: Intl.Segmenter | undefined

// The graphemes (visible characters) of a text, as they are shown.
function charactersOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return [...text]
  segments ??= new Intl.Segmenter('fr', { granularity: 'grapheme' })
  return Array.from(segments.segment(text), ({ segment }) =>
    withoutEscapes(segment.replace(/\t/g, ' ').replace(/\uFEFF/g, '')),
  )
}

function widthOf(characters: readonly string[]) {
  return characters.reduce((sum, character) => sum + columnsOf(character), 0)
}

function columnsOf(character: string) {
  return character.length === 1 && PLAIN.test(character) ? 1 : stringWidth(character)
}

function fitting(characters: readonly string[], room: number) {
  let left = room
  const end = characters.findIndex((character) => {
    left -= columnsOf(character)
    return left < 0
  })
  return end < 0 ? characters : characters.slice(0, end)
}

/** The number of findings of each rule, for the end of a long report. */
export function ruleTable(
  findings: readonly Finding[],
  isFixable: (finding: Finding) => boolean,
  { language, positionals }: Pick<Invocation, 'language' | 'positionals'>,
): string {
  const rules = [...groupedBy(findings, ({ rule }) => rule)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const width = String(rules[0]?.[1].length ?? 0).length
  const rows = rules.map(([rule, own]) => {
    const fixable = own.filter(isFixable).length
    const mark = fixable === 0 ? '' : `  (--fix${fixable < own.length ? `: ${fixable}` : ''})`
    return `  ${String(own.length).padStart(width)}  ${rule}${mark}\n`
  })
  const fixable = findings.filter(isFixable).length
  const command = ['cahier lint --fix', ...positionals.map((path) => shellWord(path))].join(' ')
  const share = Math.floor((100 * fixable) / findings.length)
  const ending =
    fixable === 0
      ? ''
      : language === 'fr'
        ? `« ${command} » en corrige ${fixable} sans risque, soit ${share} %.\n`
        : `“${command}” fixes ${fixable} of them without risk, ${share}%.\n`
  return `\n${TITLE[language]}\n${rows.join('')}${ending === '' ? '' : `\n${ending}`}`
}

const TITLE = { fr: 'Par règle :', en: 'By rule:' } as const
