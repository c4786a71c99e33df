import type { Fixes } from '@cahier/lint'
import type { Invocation } from '../command.ts'
import { refusalNotes } from '../lint/fix-messages.ts'
import { eraseLine } from '../terminal/terminal.ts'
import { countAlike } from './count-alike.ts'
import { foldFixable } from './fold-fixable.ts'
import { jsonReport } from './json-report.ts'
import type { Report } from './report.ts'
import { textPieces } from './text-report.ts'

/**
 * The report in the given format, in pieces to print in order. Except in JSON, the fixable remarks
 * of a file become one finding.
 */
export async function reportAs(
  format: string,
  report: Report,
  fixes: Fixes | null,
): Promise<Iterable<string>> {
  const noteOn = refusalNotes(fixes?.refused ?? [], report.invocation.language)
  const folded = countAlike(foldFixable(report, (finding) => noteOn(finding) !== ''))
  switch (format) {
    case 'json':
      return [`${JSON.stringify(jsonReport(countAlike(report), fixes))}\n`]
    case 'sarif':
      return [await (await import('./sarif-report.ts')).sarifReport(folded)]
    case 'github':
      return [(await import('./github-report.ts')).githubReport(folded)]
    case 'gitlab':
      return [(await import('./gitlab-report.ts')).gitlabReport(folded)]
    case 'junit':
      return [(await import('./junit-report.ts')).junitReport(folded)]
    default:
      return textPieces(folded, noteOn)
  }
}

/**
 * Prints a report. The workflow commands of `github` are printed unchanged: `githubReport` has
 * escaped the texts.
 */
export function printReport(
  pieces: Iterable<string>,
  format: string,
  { print }: Pick<Invocation, 'print'>,
): void {
  for (const piece of pieces) {
    if (format !== 'github') print(piece)
    else {
      eraseLine()
      process.stdout.write(piece)
    }
  }
}
