import { fingerprintsOf, type Report, shownBy } from './report.ts'

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const

/** A code quality report for GitLab (`artifacts: reports: codequality`). */
export function gitlabReport(report: Report): string {
  const fingerprints = fingerprintsOf(report.findings, report.textOf)
  const issues = report.findings
    .map(shownBy(report, process.env.CI_PROJECT_DIR))
    .map(({ sentence, rule, severity, shown, place: { start, end } }, at) => ({
      description: sentence,
      check_name: rule,
      fingerprint: fingerprints[at],
      severity: SEVERITIES[severity],
      location: { path: shown, lines: { begin: start.line, end: end.line } },
    }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
