import { createHash } from 'node:crypto'
import type { Finding } from '@cahier/core'
import type { Report } from './report.ts'

/**
 * A fingerprint of each finding, kept when its line moves: a hash of file, rule, message and text
 * of the line. Equal findings differ by rank.
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
