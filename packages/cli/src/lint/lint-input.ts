import type { Folder } from '@cahier/core/read-folder'
import type { Invocation } from '../command.ts'
import { readProgramme } from '../read-programme.ts'
import { callEngine, type EngineBeside } from './engine-beside.ts'
import { type LintTarget, lintTarget } from './lint-target.ts'
import { type LooseFiles, readLooseFiles } from './loose-files.ts'
import { mayBeRemembered } from './memory-folder.ts'

/** What a command is to look at, read from the disk and not yet looked into. */
export type LintInput =
  | { readonly kind: 'loose'; readonly paths: readonly string[]; readonly files: LooseFiles; readonly beside: EngineBeside | null }
  | { readonly kind: 'programme'; readonly read: Folder; readonly target: LintTarget & { readonly kind: 'programme' } }

/** Reads what the command names. @throws {UsageError} when it cannot be read, or is not to be linted. */
export function readInput(invocation: Invocation): LintInput {
  const target = lintTarget(invocation)
  if (target.kind === 'loose') return readLoose(target.paths, invocation)
  return { kind: 'programme', read: readProgramme(invocation), target }
}

function readLoose(paths: readonly string[], invocation: Invocation): LintInput & { readonly kind: 'loose' } {
  const called: { beside: EngineBeside | null } = { beside: null }
  const files = readLooseFiles(paths, invocation.cwd, (folder, size) => {
    if (invocation.values.fix !== true && !mayBeRemembered(invocation.values, folder)) called.beside = callEngine(size)
    return called.beside?.room
  })
  return { kind: 'loose', paths, files, beside: called.beside?.hasBegun() === true ? called.beside : null }
}
