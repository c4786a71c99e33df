import type { Mended } from '../lint/linted.ts'
import { refusalNotes } from '../lint/mending-in-words.ts'
import { jsonReport, textPieces } from '../report-findings.ts'
import type { Report } from './report.ts'

/** Findings in the format asked for, in pieces to be printed one after the other. Formats that are seldom asked for are loaded when they are. */
export async function reportAs(format: string, report: Report, fixes: Mended | null): Promise<Iterable<string>> {
  const { findings, summary, catalogue, invocation, lineOf } = report
  switch (format) {
    case 'json':
      return [`${JSON.stringify(jsonReport(findings, summary, catalogue, invocation, fixes))}\n`]
    case 'sarif':
      return [await (await import('./sarif-report.ts')).sarifReport(report)]
    case 'github':
      return [(await import('./github-report.ts')).githubReport(report)]
    case 'gitlab':
      return [(await import('./gitlab-report.ts')).gitlabReport(report)]
    case 'junit':
      return [(await import('./junit-report.ts')).junitReport(report)]
    default:
      return textPieces(findings, summary, catalogue, invocation, lineOf, refusalNotes(fixes?.refused ?? [], invocation.language))
  }
}
