import { isFixable as isEverFixable } from '@cahier/lint'
import type { FixResult } from '../lint/result.ts'
import { shownPath } from '../text/shown-path.ts'
import type { Report } from './report.ts'
import { messageOf } from './report.ts'

/** The JSON report (schemas/report-lint.schema.json). Paths are relative to the working folder. */
export function jsonReport(
  {
    findings,
    summary,
    catalogue,
    invocation,
    isFixable = isEverFixable,
  }: Pick<Report, 'findings' | 'summary' | 'catalogue' | 'invocation' | 'isFixable'>,
  fixes: FixResult | null = null,
) {
  const refused = new Map((fixes?.refused ?? []).map(({ finding, why }) => [finding, why]))
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
      ...(refused.has(finding) && { unmended: refused.get(finding) }),
    })),
    summary,
    ...(fixes !== null && { mended: fixes.fixed.length }),
  }
}
