import type { Catalogue, Finding } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { Report } from './report.ts'

/** The most findings of one message that a report lists for one file. */
const MOST_LISTED = 200

/**
 * A report with at most 200 findings of one message per file; one more finding counts the rest. The
 * summary still counts all.
 */
export function countAlike(report: Report): Report {
  const alike = [
    ...groupedBy(
      report.findings,
      ({ path, rule, message }) => `${rule} ${message} ${path}`,
    ).values(),
  ]
  const crowded = alike.filter(({ length }) => length > MOST_LISTED + 1)
  if (crowded.length === 0) return report
  const left = new Map(
    crowded.flatMap((findings) =>
      findings.slice(MOST_LISTED).map((finding, at) => [finding, at === 0 ? findings.length : 0]),
    ),
  )
  const catalogue = Object.fromEntries(
    crowded.map(([first]) => [ruleOf(first), { ...report.catalogue[ruleOf(first)], ...MESSAGES }]),
  )
  return {
    ...report,
    catalogue: { ...report.catalogue, ...catalogue },
    findings: report.findings.flatMap((finding) => {
      const count = left.get(finding)
      if (count === undefined) return [finding]
      const { rule, severity, path, place } = finding
      return count === 0
        ? []
        : [{ rule, severity, path, place, message: 'more', data: { count: count - MOST_LISTED } }]
    }),
  }
}

function ruleOf(finding: Finding | undefined): string {
  return finding?.rule ?? ''
}

const MESSAGES: Catalogue[string] = {
  more: {
    fr: ({ count }) =>
      `et ${count} autres du même genre dans ce fichier, qui ne sont pas énumérées`,
    en: ({ count }) => `and ${count} more like this in this file, which are not listed`,
  },
}
