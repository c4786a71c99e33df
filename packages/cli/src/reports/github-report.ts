import { withoutEscapes } from '../terminal/terminal.ts'
import { type Report, shownBy } from './report.ts'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * A report as GitHub workflow commands: GitHub shows each finding beside its line. Texts are
 * escaped, so that they cannot contain commands.
 */
export function githubReport(report: Report): string {
  return report.findings
    .map(shownBy(report, process.env.GITHUB_WORKSPACE))
    .map(({ severity, rule, sentence, shown, place: { start, end } }) => {
      const properties = {
        file: shown,
        line: start.line,
        // GitHub shows columns for one line only.
        ...(end.line === start.line
          ? { col: start.column, endColumn: end.column }
          : { endLine: end.line }),
        title: rule,
      }
      const written = Object.entries(properties).map(
        ([key, value]) => `${key}=${property(String(value))}`,
      )
      return `::${COMMANDS[severity]} ${written.join(',')}::${data(sentence)}\n`
    })
    .join('')
}

function data(text: string) {
  return withoutEscapes(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'))
}

function property(text: string) {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
