import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '@cahier/core'
import { errorAbout } from '../arguments/usage-error.ts'
import { fingerprintsOf } from '../reports/report.ts'
import { type LintResult, textsOf } from './lint-request.ts'

/** The file with the known findings of a folder outside a programme. */
export const BASELINE_FILE = '.cahier-baseline.json'

/** Fingerprints (hashes) of known findings, by path and rule, cut to `SIGNS` characters. */
export type LooseBaseline = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Characters of a fingerprint: enough to distinguish the findings of one rule in a file. */
const SIGNS = 12

/** Removes the known findings from a result. */
export function withoutKnownLoose(result: LintResult): LintResult {
  const known = readLooseBaseline(result.folder)
  if (known === null) return result
  const prints = shortPrints(result)
  return { ...result, findings: result.findings.filter((one) => !isKnown(known, one, prints)) }
}

export function shortPrints(result: LintResult): ReadonlyMap<Finding, string> {
  const prints = fingerprintsOf(result.findings, textsOf(result))
  return new Map(result.findings.map((one, at) => [one, (prints[at] ?? '').slice(0, SIGNS)]))
}

export function isKnown(
  known: LooseBaseline,
  finding: Finding,
  prints: ReadonlyMap<Finding, string>,
): boolean {
  return known[finding.path]?.[finding.rule]?.includes(prints.get(finding) ?? '') === true
}

/** The baseline of a folder; null when it has none. @throws {UsageError} when it is damaged. */
export function readLooseBaseline(folder: string): LooseBaseline | null {
  const path = join(folder, BASELINE_FILE)
  if (!existsSync(path)) return null
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isBaseline(value)) return value
  } catch {}
  throw errorAbout(
    path,
    'est abîmé : enlevez-le, et recommencez avec --update-baseline',
    'is damaged: remove it, and begin again with --update-baseline',
  )
}

function isBaseline(value: unknown): value is LooseBaseline {
  const isMap = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
  return (
    isMap(value) &&
    Object.values(value).every((rules) => isMap(rules) && Object.values(rules).every(Array.isArray))
  )
}
