import { createHash } from 'node:crypto'
import type { Finding } from '@cahier/core'
import type { Report } from './report.ts'

/**
 * For each finding, what says it is the same one in another run: its file, rule, message and line
 * of text, wherever that line now stands. Twice the same are told apart by their rank.
 */
export function fingerprintsOf({
  findings,
  lineOf,
}: Pick<Report, 'findings' | 'lineOf'>): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>()
  return new Map(
    findings.map((finding) => {
      const { path, rule, message, place } = finding
      const key = JSON.stringify([path, rule, message, lineOf(path, place.start.line).trim()])
      const rank = seen.get(key) ?? 0
      seen.set(key, rank + 1)
      return [finding, createHash('sha256').update(`${key}${rank}`).digest('hex')] as const
    }),
  )
}
