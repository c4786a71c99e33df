import { lint } from '@cahier/lint'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { lintTarget } from './lint-target.ts'
import { updateBaseline } from './update-baseline.ts'

/**
 * Notes the findings of today as known. @throws {UsageError} for anything but a whole programme.
 */
export function noteKnown(invocation: Invocation): ExitCode {
  const target = lintTarget(invocation)
  if (target.kind === 'loose')
    throw new UsageError(
      '--update-baseline ne sert que dans un programme ; ailleurs, --since RÉVISION ne dit que ce qu’apporte un changement',
      '--update-baseline is for a programme only; elsewhere, --since REV says only what a change brings',
    )
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
