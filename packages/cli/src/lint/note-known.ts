import { lint } from '@cahier/lint'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import type { LintInput } from './lint-input.ts'
import { updateLooseBaseline } from './loose-baseline.ts'
import { lintFiles } from './run-lint.ts'
import { updateBaseline } from './update-baseline.ts'

/**
 * Notes the findings of today as known: those of a whole programme, or of the loose texts named.
 * @throws {UsageError} for a part of a programme.
 */
export async function noteKnown(invocation: Invocation, input: LintInput): Promise<ExitCode> {
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
