import type { Messages } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { Report } from './report.ts'

const MOST_LISTED = 200

/**
 * Limits a report to 200 findings of one message per file; one more finding counts the others. The
 * summary still counts every finding.
 */
export function countAlike(report: Report): Report {
  const alike = groupedBy(
    report.findings,
    ({ path, rule, message }) => `${rule} ${message} ${path}`,
  )
  const crowded = [...alike.values()].filter(({ length }) => length > MOST_LISTED + 1)
  const counts = new Map(crowded.map((all) => [all[MOST_LISTED], all.length - MOST_LISTED]))
  const unlisted = new Set(crowded.flatMap((all) => all.slice(MOST_LISTED + 1)))
  const rules = crowded.flatMap((all) => all.slice(0, 1)).map(({ rule }) => rule)
  const catalogue = rules.map((rule) => [rule, { ...report.catalogue[rule], ...MESSAGES }])
  return {
    ...report,
    catalogue: { ...report.catalogue, ...Object.fromEntries(catalogue) },
    findings: report.findings.flatMap((finding) => {
      const { rule, severity, path, place } = finding
      const count = counts.get(finding)
      if (count !== undefined)
        return [{ rule, severity, path, place, message: 'more', data: { count } }]
      return unlisted.has(finding) ? [] : [finding]
    }),
  }
}

const MESSAGES: Messages = {
  more: {
    fr: 'et {count} autres du même genre dans ce fichier, qui ne sont pas énumérées',
    en: 'and {count} more like this in this file, which are not listed',
  },
}
