import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type Finding } from '@cahier/core'
import { ALWAYS_ON } from '@cahier/lint'
import { compareTexts, groupedBy } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { fingerprintsOf } from '../reports/fingerprint.ts'
import { writePlan } from '../writing/write-plan.ts'
import { type LintResult, textsOf } from './result.ts'

/** The file with the known findings of a folder outside a programme. */
export const BASELINE_FILE = '.cahier-baseline.json'

/** Shortened fingerprints, by path and rule. */
type LooseBaseline = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Length of a fingerprint. It must differ among findings of one rule and file. */
const SIGNS = 12

export function withoutKnownLoose(result: LintResult): LintResult {
  const known = readBaseline(result.folder)
  if (known === null) return result
  const prints = shortPrints(result)
  return { ...result, findings: result.findings.filter((one) => !isKnown(known, one, prints)) }
}

/**
 * Writes the fingerprints of the present findings. When the file exists and lacks some of them,
 * reports those findings and writes nothing.
 */
export async function updateLooseBaseline(
  result: LintResult,
  paths: readonly string[],
  invocation: Pick<Invocation, 'language' | 'say' | 'sayError'>,
): Promise<ExitCode> {
  const { folder, findings } = result
  const known = readBaseline(folder)
  const prints = shortPrints(result)
  const noted = findings.filter(({ rule }) => !ALWAYS_ON.has(rule))
  const grown = noted
    .filter((one) => known !== null && !isKnown(known, one, prints))
    .map(({ path, rule, place }) => `${path}:${place.start.line}  ${rule}`)
  // Files that were not linted keep their entries.
  const others = Object.entries(known ?? {}).filter(
    ([path]) => !paths.includes(path) && existsSync(join(folder, path)),
  )
  const now = [...groupedBy(noted, ({ path }) => path)].map(([path, ofFile]) => {
    const byRule = [...groupedBy(ofFile, ({ rule }) => rule)]
    return [
      path,
      Object.fromEntries(
        byRule.map(([rule, all]) => [rule, all.map((one) => prints.get(one) ?? '')]),
      ),
    ] as const
  })
  const all = Object.fromEntries([...others, ...now].sort(([a], [b]) => compareTexts(a, b)))
  const count = Object.values(all)
    .flatMap(Object.values<readonly string[]>)
    .flat().length
  return writeBaseline(
    { folder, file: BASELINE_FILE, grown, content: written(all), count },
    invocation,
  )
}

function shortPrints(result: LintResult): ReadonlyMap<Finding, string> {
  const prints = fingerprintsOf(result.findings, textsOf(result))
  return new Map(result.findings.map((one, at) => [one, (prints[at] ?? '').slice(0, SIGNS)]))
}

function isKnown(
  known: LooseBaseline,
  finding: Finding,
  prints: ReadonlyMap<Finding, string>,
): boolean {
  return known[finding.path]?.[finding.rule]?.includes(prints.get(finding) ?? '') === true
}

// One line per rule: git can merge the corrections of two branches.
function written(baseline: LooseBaseline): string {
  const files = Object.entries(baseline).map(([path, rules]) => {
    const lines = Object.entries(rules)
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([rule, prints]) => `    ${JSON.stringify(rule)}: ${JSON.stringify(prints)}`)
    return `  ${JSON.stringify(path)}: {\n${lines.join(',\n')}\n  }`
  })
  return `{\n${files.join(',\n')}\n}\n`
}

/** The baseline of a folder; null when it has none. @throws {UsageError} when it is damaged. */
function readBaseline(folder: string): LooseBaseline | null {
  const path = join(folder, BASELINE_FILE)
  if (!existsSync(path)) return null
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isBaseline(value)) return value
  } catch {}
  throw new UsageError(
    `« ${path} » est abîmé : enlevez-le, et recommencez avec --update-baseline`,
    `“${path}” is damaged: remove it, and begin again with --update-baseline`,
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

/** The known findings to write, with lines about those that are new. */
interface NewBaseline {
  readonly folder: string
  readonly file: string
  readonly grown: readonly string[]
  readonly content: string
  readonly count: number
}

/** Writes a baseline. When it has new findings, reports those and writes nothing. */
export async function writeBaseline(
  { folder, file, grown, content, count }: NewBaseline,
  { language, say, sayError }: Pick<Invocation, 'language' | 'say' | 'sayError'>,
): Promise<ExitCode> {
  for (const line of grown) sayError(`  ${line}\n`)
  if (grown.length > 0) {
    sayError(`${WORDS[language].grown(file)}\n`)
    return 1
  }
  await writePlan(folder, { ...EMPTY_PLAN, files: [{ path: file, content, replaces: true }] })
  say(`${WORDS[language].written(file, count)}\n`)
  return 0
}

const WORDS = {
  fr: {
    grown: (file: string) =>
      `Ces remarques sont plus nombreuses qu’avant : rien n’est écrit. Corrigez-les ; ou, si elles sont acceptées, enlevez ${file} et recommencez.`,
    written: (file: string, count: number) =>
      `écrit : ${file} (${count} remarque${count > 1 ? 's' : ''} connue${count > 1 ? 's' : ''})`,
  },
  en: {
    grown: (file: string) =>
      `There are more of these findings than before: nothing is written. Fix them; or, if they are accepted, remove ${file} and begin again.`,
    written: (file: string, count: number) =>
      `written: ${file} (${count} known finding${count === 1 ? '' : 's'})`,
  },
} as const
