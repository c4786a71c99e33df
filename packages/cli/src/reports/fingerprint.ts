import { createHash } from 'node:crypto'
import type { Finding } from '@cahier/core'
import { linesOf } from './report.ts'

/**
 * A fingerprint of each finding, in order, kept when its line moves: a hash of file, rule, message and text
 * of the line. Equal findings differ by rank.
 */
export function fingerprintsOf(
  findings: readonly Finding[],
  textOf: (path: string) => string,
): readonly string[] {
  const lineOf = linesOf(textOf)
  const seen = new Map<string, number>()
  return findings.map(({ path, rule, message, place }) => {
    const key = JSON.stringify([path, rule, message, lineOf(path, place.start.line).trim()])
    const rank = seen.get(key) ?? 0
    seen.set(key, rank + 1)
    return createHash('sha256').update(`${key}${rank}`).digest('hex')
  })
}
