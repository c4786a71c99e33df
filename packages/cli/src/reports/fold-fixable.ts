import type { Catalogue, Edit, Finding } from '@cahier/core'
import { isFixable } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import type { Report } from './report.ts'

/** The rule name of the single finding for all that `--fix` corrects in a file. */
export const FIX = 'cahier lint --fix'

/** A report in which fixable remarks become one finding per file, after all others. */
export function foldFixable(
  report: Report,
  isRefused: (finding: Finding) => boolean = () => false,
): Report {
  const isFolded = (finding: Finding) =>
    finding.severity === 'info' && isFixable(finding) && !isRefused(finding)
  const folded = report.findings.filter(isFolded)
  if (folded.length === 0) return report
  const others = report.findings.filter((finding) => !isFolded(finding))
  return {
    ...report,
    findings: [...others, ...[...groupedBy(folded, ({ path }) => path).values()].flatMap(oneOf)],
    catalogue: { ...report.catalogue, [FIX]: MESSAGES },
    pageOf: async (rule) => (rule === FIX ? PAGE : report.pageOf(rule)),
  }
}

function oneOf(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings
  if (first === undefined) return []
  const counts = [...groupedBy(findings, ({ rule }) => rule)]
    .map(([rule, { length }]) => ({ rule, length }))
    .sort((a, b) => b.length - a.length)
    .map(({ rule, length }) => (length === 1 ? rule : `${rule} (${length})`))
  const data = { count: findings.length, rules: counts }
  return [
    {
      rule: FIX,
      severity: 'info',
      message: 'passages',
      data,
      path: first.path,
      place: first.place,
      edits: editsOf(findings),
    },
  ]
}

// Of two overlapping edits, the second is left for the next run.
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

const MESSAGES: Catalogue[string] = {
  passages: {
    fr: ({ count, rules }) =>
      `« ${FIX} » corrige ${count} passage${count === '1' ? '' : 's'} : ${rules}`,
    en: ({ count, rules }) =>
      `“${FIX}” mends ${count} passage${count === '1' ? '' : 's'}: ${rules}`,
  },
}

const PAGE = `# ${FIX}

Ce que cette commande corrige par elle-même, compté par règle, une fois par fichier.

What this command mends by itself, counted by rule, once a file.
`
