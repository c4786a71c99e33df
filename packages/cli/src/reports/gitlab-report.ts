import { shownPath } from '../text/shown-path.ts'
import { fingerprintsOf } from './fingerprint.ts'
import type { Report } from './report.ts'
import { atForgeRoot, messageOf } from './report.ts'

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const

/** GitLab's code quality report: `artifacts: reports: codequality`. */
export function gitlabReport(report: Report): string {
  const { findings, catalogue, invocation } = report
  const seen = atForgeRoot(invocation, process.env.CI_PROJECT_DIR)
  const fingerprints = fingerprintsOf(report)
  const issues = findings.map((finding) => ({
    description: messageOf(finding, catalogue, invocation.language),
    check_name: finding.rule,
    fingerprint: fingerprints.get(finding),
    severity: SEVERITIES[finding.severity],
    location: {
      path: shownPath(finding.path, seen),
      lines: { begin: finding.place.start.line, end: finding.place.end.line },
    },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
