import { join, relative } from 'node:path'
import { withSlashes } from '@cahier/core'
import type { Invocation } from '../command.ts'

/** A path of the programme, relative to the working folder, with slashes on every system. */
export function shownPath(
  path: string,
  { folder, cwd }: Pick<Invocation, 'folder' | 'cwd'>,
): string {
  return withSlashes(relative(cwd, join(folder, path))) || path
}
