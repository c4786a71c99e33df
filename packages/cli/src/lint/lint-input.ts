import type { Folder } from '@cahier/core/read-folder'
import type { Invocation } from '../command.ts'
import { readProgramme } from '../read-programme.ts'
import { type LintTarget, lintTarget } from './lint-target.ts'
import { type LooseFiles, readLooseFiles } from './loose-files.ts'

/** What a command is to look at, read from the disk and not yet looked into. */
export type LintInput =
  | { readonly kind: 'loose'; readonly paths: readonly string[]; readonly files: LooseFiles }
  | { readonly kind: 'programme'; readonly read: Folder; readonly target: LintTarget & { readonly kind: 'programme' } }

/** Reads what the command names. @throws {UsageError} when it cannot be read, or is not to be linted. */
export function readInput(invocation: Invocation): LintInput {
  const target = lintTarget(invocation)
  if (target.kind === 'loose') return { kind: 'loose', paths: target.paths, files: readLooseFiles(target.paths, invocation.cwd) }
  return { kind: 'programme', read: readProgramme(invocation), target }
}
