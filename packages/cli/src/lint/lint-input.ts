import type { Finding } from '@cahier/core'
import { type Folder, readFilesWith } from '@cahier/core/read-files'
import type { Invocation } from '../command.ts'
import { listProgramme } from '../programme/open.ts'
import { type LintTarget, lintTarget } from './lint-target.ts'
import { type LooseFiles, readLooseFiles } from './loose-files.ts'

/** The files to lint, not yet parsed. `loose`: Markdown files outside a programme. */
export type LintInput =
  | { readonly kind: 'loose'; readonly paths: readonly string[]; readonly files: LooseFiles }
  | {
      readonly kind: 'programme'
      readonly read: Folder
      readonly target: LintTarget & { readonly kind: 'programme' }
    }

/**
 * Reads the files that the command names.
 * @throws {UsageError} when they cannot be read or linted.
 */
export async function readInput(invocation: Invocation): Promise<LintInput> {
  const target = lintTarget(invocation)
  if (target.kind === 'loose')
    return {
      kind: 'loose',
      paths: target.paths,
      files: readLooseFiles(target.paths, invocation.cwd),
    }
  return { kind: 'programme', read: await readProgramme(invocation), target }
}

async function readProgramme(invocation: Invocation): Promise<Folder> {
  const findings: Finding[] = []
  const files = listProgramme(invocation, findings)
  const hasAssets = files.some(({ path }) => path.startsWith('assets/'))
  return readFilesWith(
    files,
    findings,
    hasAssets ? (await import('@cahier/core/describe-asset')).describeAsset : null,
  )
}
