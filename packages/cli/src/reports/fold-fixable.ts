import { type Edit, FILE_START, type Finding, type Messages } from '@cahier/core'
import { isFixable } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import type { Report } from './report.ts'

/** The rule name of the finding that replaces the fixable remarks of a file. */
export const FIX = 'cahier lint --fix'

/** Replaces the fixable remarks of a report by one finding per file, after the other findings. */
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
    catalogue: { ...report.catalogue, [FIX]: MESSAGES },
    pageOf: async (rule) => (rule === FIX ? PAGE : report.pageOf(rule)),
  }
}

function asOneFinding(path: string, findings: readonly Finding[]): Finding {
  const rules = [...groupedBy(findings, ({ rule }) => rule)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([rule, { length }]) => (length === 1 ? rule : `${rule} (${length})`))
  return {
    rule: FIX,
    severity: 'info',
    message: 'passages',
    data: { count: findings.length, rules },
    path,
    place: findings[0]?.place ?? FILE_START,
    edits: editsOf(findings),
  }
}

// Of two overlapping edits, the second waits for the next run.
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

const MESSAGES: Messages = {
  passages: {
    fr: ({ count, rules }) =>
      `« ${FIX} » corrige ${count} passage${count === '1' ? '' : 's'} : ${rules}`,
    en: ({ count, rules }) =>
      `“${FIX}” fixes ${count} passage${count === '1' ? '' : 's'}: ${rules}`,
  },
}

const PAGE = `# ${FIX}

Ce que cette commande corrige par elle-même, compté par règle, une fois par fichier.

What this command fixes by itself, counted by rule, once a file.
`
