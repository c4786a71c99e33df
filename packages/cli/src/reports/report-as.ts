import { refusalNotes } from '../lint/mending-in-words.ts'
import type { FixResult } from '../lint/result.ts'
import { jsonReport } from './json-report.ts'
import type { Report } from './report.ts'
import { textPieces } from './text-report.ts'

/** Findings in the format asked for, in pieces to be printed one after the other. Formats that are seldom asked for are loaded when they are. */
export async function reportAs(format: string, report: Report, fixes: FixResult | null): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return [`${JSON.stringify(jsonReport(report, fixes))}\n`]
    case 'sarif':
      return [await (await import('./sarif-report.ts')).sarifReport(report)]
    case 'github':
      return [(await import('./github-report.ts')).githubReport(report)]
    case 'gitlab':
      return [(await import('./gitlab-report.ts')).gitlabReport(report)]
    case 'junit':
      return [(await import('./junit-report.ts')).junitReport(report)]
    default:
      return textPieces(report, refusalNotes(fixes?.refused ?? [], report.invocation.language))
  }
}
