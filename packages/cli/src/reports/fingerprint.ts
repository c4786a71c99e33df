import { createHash } from 'node:crypto'
import type { Finding } from '@cahier/core'
import { linesOf } from './report.ts'

/**
 * A hash per finding, in order, of its file, rule, message and line of text. It stays the same when
 * the line moves. Equal findings differ by rank.
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
