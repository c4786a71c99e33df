import { type Edit, FILE_START, type Finding, type RuleMessages } from '@cahier/core'
import { isFixable } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import { FIXABLE_SUMMARY_RULE, type Report } from './report.ts'

/** Replaces the fixable `info` findings of a report by one finding per file, placed last. */
export function foldFixable(
  report: Report,
  isRefused: (finding: Finding) => boolean = () => false,
): Report {
  const isFolded = (finding: Finding) =>
    finding.severity === 'info' && isFixable(finding) && !isRefused(finding)
  const folded = groupedBy(report.findings.filter(isFolded), ({ path }) => path)
  return {
    ...report,
    findings: [
      ...report.findings.filter((finding) => !isFolded(finding)),
      ...[...folded].map(([path, findings]) => asOneFinding(path, findings)),
    ],
    catalogue: { ...report.catalogue, [FIXABLE_SUMMARY_RULE]: MESSAGES },
    pageOf: async (rule) => (rule === FIXABLE_SUMMARY_RULE ? PAGE : report.pageOf(rule)),
  }
}

function asOneFinding(path: string, findings: readonly Finding[]): Finding {
  const rules = [...groupedBy(findings, ({ rule }) => rule)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([rule, { length }]) => (length === 1 ? rule : `${rule} (${length})`))
  return {
    rule: FIXABLE_SUMMARY_RULE,
    severity: 'info',
    message: 'passages',
    data: { count: findings.length, rules },
    path,
    place: findings[0]?.place ?? FILE_START,
    edits: editsOf(findings),
  }
}

// Drops the second of two overlapping edits: the next run makes it.
function editsOf(findings: readonly Finding[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edits of groupedBy(
    findings.flatMap(({ edits = [] }) => edits),
    ({ path }) => path,
  ).values()) {
    let end = 0
    for (const edit of edits.sort((a, b) => a.start - b.start)) {
      if (edit.start < end) continue
      kept.push(edit)
      end = edit.end
    }
  }
  return kept
}

const MESSAGES: RuleMessages = {
  passages: {
    fr: `« ${FIXABLE_SUMMARY_RULE} » corrige {count|passage|passages} : {rules}`,
    en: `“${FIXABLE_SUMMARY_RULE}” fixes {count|passage|passages}: {rules}`,
  },
}

const PAGE = `# ${FIXABLE_SUMMARY_RULE}

Ce que cette commande corrige par elle-même, compté par règle, une fois par fichier.

What this command fixes by itself, counted by rule, once a file.
`

const MOST_LISTED = 200

/**
 * Limits a report to 200 findings of one message per file, plus one that counts the rest. The
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
  const catalogue = rules.map((rule) => [rule, { ...report.catalogue[rule], ...MORE }])
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

const MORE: RuleMessages = {
  more: {
    fr: 'et {count} autres du même genre dans ce fichier, qui ne sont pas énumérées',
    en: 'and {count} more like this in this file, which are not listed',
  },
}
