import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type Finding, type Programme } from '@cahier/core'
import { baselineOf, carryCountsToRenamed, increasedCounts, lint } from '@cahier/lint'
import { stringify } from 'yaml'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { writePlan } from '../writing/write-plan.ts'
import type { LintInput } from './lint-input.ts'
import { BASELINE_WORDS, updateLooseBaseline } from './loose-baseline.ts'
import { lintFiles } from './run-lint.ts'

/**
 * `--update-baseline`: records the present findings as known, for a programme or the named loose
 * texts.
 * @throws {UsageError} for a part of a programme.
 */
export async function updateKnownFindings(
  invocation: Invocation,
  input: LintInput,
): Promise<ExitCode> {
  if (input.kind === 'loose') {
    const paths = input.files.sources.map(({ path }) => path)
    return updateLooseBaseline(await lintFiles(invocation, input), paths, invocation)
  }
  if (invocation.positionals.length > 0)
    throw new UsageError(
      '--update-baseline vaut pour tout un programme',
      '--update-baseline is for a whole programme',
    )
  const programme = openProgramme(invocation)
  return updateBaseline(
    programme,
    lint(programme, { day: invocation.day(), known: true }),
    invocation,
  )
}

const FILE = 'lint-baseline.yaml'

/**
 * Writes the number of findings by file and rule. Existing numbers only go down: growth is reported
 * instead. A renamed file keeps its numbers.
 */
async function updateBaseline(
  programme: Programme,
  findings: readonly Finding[],
  { folder, language, say, sayError }: Invocation,
): Promise<ExitCode> {
  const words = BASELINE_WORDS[language]
  const counts = baselineOf(findings)
  const known = carryCountsToRenamed(programme.baseline, counts, (path) =>
    existsSync(join(folder, path)),
  )
  const grown = existsSync(join(folder, FILE)) ? increasedCounts(counts, known) : []
  if (grown.length > 0) {
    for (const { path, rule, count } of grown) sayError(`  ${path}  ${rule}  ${count}\n`)
    sayError(`${words.grown(FILE)}\n`)
    return 1
  }
  const content =
    Object.keys(counts).length === 0
      ? `# ${words.comment}\n{}\n`
      : `# ${words.comment}\n${stringify(counts, { lineWidth: 0 })}`
  await writePlan(folder, { ...EMPTY_PLAN, files: [{ path: FILE, content, replaces: true }] })
  const noted = Object.values(counts).flatMap(Object.values<number>)
  say(
    `${words.written(
      FILE,
      noted.reduce((sum, count) => sum + count, 0),
    )}\n`,
  )
  return 0
}
