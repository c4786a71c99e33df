import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Invocation } from './command.ts'

/**
 * The file that a command names, seen from where it runs; with `--programme`, from the programme
 * when there is none here.
 */
export function namedPath(
  written: string,
  { cwd, folder, values }: Pick<Invocation, 'cwd' | 'folder' | 'values'>,
): string {
  const [here, there] = [resolve(cwd, written), resolve(folder, written)]
  return typeof values.programme === 'string' && !existsSync(here) && existsSync(there)
    ? there
    : here
}
