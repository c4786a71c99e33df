import type { Finding, Severity } from '@cahier/core'

/** How many findings of each severity, and in how many files read. */
export interface Summary {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly files: number
}

export function summaryOf(findings: readonly Finding[], files: number): Summary {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info'), files }
}

/** Whether there are more findings than one reads one by one. */
export function isLong({ error, warning, info }: Summary): boolean {
  return error + warning + info > 50
}
