import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { baselineOf, carryCountsToRenamed, increasedCounts, lint } from '@cahier/lint'
import { stringify } from 'yaml'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { readInput } from './lint-input.ts'
import { updateLooseBaseline, writeBaseline } from './loose-baseline.ts'
import { lintFiles } from './run-lint.ts'

const FILE = 'lint-baseline.yaml'

/**
 * `--update-baseline`: records the present findings as known, for a programme or for loose texts
 * (outside a programme). When a recorded number would grow, reports it and writes nothing.
 * @throws {UsageError} for a part of a programme.
 */
export async function updateKnownFindings(invocation: Invocation): Promise<ExitCode> {
  const { folder, language, positionals, day } = invocation
  const input = await readInput(invocation)
  if (input.kind === 'loose') {
    const paths = input.files.sources.map(({ path }) => path)
    return updateLooseBaseline(await lintFiles(invocation, input.files), paths, invocation)
  }
  if (positionals.length > 0)
    throw new UsageError(
      '--update-baseline vaut pour tout un programme',
      '--update-baseline is for a whole programme',
    )
  const isThere = (path: string) => existsSync(join(folder, path))
  const programme = openProgramme(invocation)
  const counts = baselineOf(lint(programme, { day: day(), known: true }))
  const known = carryCountsToRenamed(programme.baseline, counts, isThere)
  const grown = isThere(FILE)
    ? increasedCounts(counts, known).map(({ path, rule, count }) => `${path}  ${rule}  ${count}`)
    : []
  const content = `# ${COMMENT[language]}\n${stringify(counts, { lineWidth: 0 })}`
  const count = Object.values(counts)
    .flatMap(Object.values<number>)
    .reduce((sum, one) => sum + one, 0)
  return writeBaseline({ folder, file: FILE, grown, content, count }, invocation)
}

const COMMENT = {
  fr: 'Remarques déjà connues, par fichier et par règle : cahier lint ne les dit plus. Les nombres ne font que baisser.',
  en: 'Findings already known, by file and by rule: cahier lint no longer reports them. Numbers only go down.',
} as const
