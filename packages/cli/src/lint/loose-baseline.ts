import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type Finding } from '@cahier/core'
import { FIXED_RULES } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { fingerprintsOf } from '../reports/fingerprint.ts'
import { linesOf } from '../reports/report.ts'
import { writePlan } from '../writing/write-plan.ts'
import type { LintResult } from './result.ts'

/** The known findings of a folder that is no programme, beside its `.cahier.yaml`. */
export const BASELINE_FILE = '.cahier-baseline.json'

/** Shortened fingerprints, by path and rule. */
type LooseBaseline = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Length of a fingerprint: enough within one rule and file. */
const SIGNS = 12

/** The result without the findings in the baseline of its folder. */
export function withoutKnownLoose(result: LintResult): LintResult {
  const known = readBaseline(result.folder)
  if (known === null) return result
  const print = printsOf(result)
  const isKnown = (one: Finding) => known[one.path]?.[one.rule]?.includes(print(one)) === true
  return { ...result, findings: result.findings.filter((finding) => !isKnown(finding)) }
}

/**
 * Writes the fingerprints of the present findings. An existing list only gets shorter: new findings
 * are reported instead.
 */
export async function updateLooseBaseline(
  result: LintResult,
  paths: readonly string[],
  { language, say, sayError }: Pick<Invocation, 'language' | 'say' | 'sayError'>,
): Promise<ExitCode> {
  const words = BASELINE_WORDS[language]
  const { folder, findings } = result
  const known = readBaseline(folder)
  const print = printsOf(result)
  const noted = findings.filter(({ rule }) => !FIXED_RULES.has(rule))
  const isNew = (one: Finding) => known?.[one.path]?.[one.rule]?.includes(print(one)) !== true
  const grown = known === null ? [] : noted.filter(isNew)
  for (const { path, rule, place } of grown) sayError(`  ${path}:${place.start.line}  ${rule}\n`)
  if (grown.length > 0) {
    sayError(`${words.grown(BASELINE_FILE)}\n`)
    return 1
  }
  // Files that were not linted keep their entries.
  const read = new Set(paths)
  const others = Object.entries(known ?? {}).filter(
    ([path]) => !read.has(path) && existsSync(join(folder, path)),
  )
  const now = [...groupedBy(noted, ({ path }) => path)].map(([path, ofFile]) => {
    const byRule = [...groupedBy(ofFile, ({ rule }) => rule)]
    return [path, Object.fromEntries(byRule.map(([rule, all]) => [rule, all.map(print)]))] as const
  })
  const all: LooseBaseline = Object.fromEntries(
    [...others, ...now].sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  await writePlan(folder, {
    ...EMPTY_PLAN,
    files: [{ path: BASELINE_FILE, content: written(all), replaces: true }],
  })
  const count = Object.values(all)
    .flatMap(Object.values<readonly string[]>)
    .flat().length
  say(`${words.written(BASELINE_FILE, count)}\n`)
  return 0
}

function printsOf({ findings, textOf, bytesOf }: LintResult): (finding: Finding) => string {
  const prints = fingerprintsOf({ findings, lineOf: linesOf(textOf, bytesOf) })
  return (finding) => (prints.get(finding) ?? '').slice(0, SIGNS)
}

// One line per rule: git can merge the corrections of two branches.
function written(baseline: LooseBaseline): string {
  const files = Object.entries(baseline).map(([path, rules]) => {
    const lines = Object.entries(rules)
      .sort(([a], [b]) => (a < b ? -1 : 1))
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

/** The messages of `--update-baseline`. */
export const BASELINE_WORDS = {
  fr: {
    comment:
      'Remarques déjà connues, par fichier et par règle : cahier lint ne les dit plus. Les nombres ne font que baisser.',
    grown: (file: string) =>
      `Ces remarques sont plus nombreuses qu’avant : rien n’est écrit. Corrigez-les ; ou, si elles sont acceptées, enlevez ${file} et recommencez.`,
    written: (file: string, count: number) =>
      `écrit : ${file} (${count} remarque${count > 1 ? 's' : ''} connue${count > 1 ? 's' : ''})`,
  },
  en: {
    comment:
      'Findings already known, by file and by rule: cahier lint no longer reports them. Numbers only go down.',
    grown: (file: string) =>
      `There are more of these findings than before: nothing is written. Fix them; or, if they are accepted, remove ${file} and begin again.`,
    written: (file: string, count: number) =>
      `written: ${file} (${count} known finding${count === 1 ? '' : 's'})`,
  },
} as const
