import { type Fixes, isFixable as isEverFixable } from '@cahier/lint'
import { type Report, shownBy } from './report.ts'

/** The JSON report (schemas/report-lint.schema.json). Paths are relative to the working folder. */
export function jsonReport(
  report: Pick<Report, 'findings' | 'summary' | 'catalogue' | 'invocation' | 'isFixable'>,
  fixes: Fixes | null = null,
) {
  const { findings, summary, isFixable = isEverFixable } = report
  const refusals = new Map(fixes?.refused.map(({ finding, why }) => [finding, why]))
  const show = shownBy(report)
  return {
    findings: findings.map((finding) => {
      const { rule, severity, shown, sentence, place } = show(finding)
      const { start, end } = place
      const refusal = refusals.get(finding)
      return {
        rule,
        severity,
        path: shown,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        message: sentence,
        fixable: isFixable(finding),
        ...(refusal !== undefined && { unmended: refusal }),
      }
    }),
    summary,
    ...(fixes !== null && { mended: fixes.fixed.length }),
  }
}
