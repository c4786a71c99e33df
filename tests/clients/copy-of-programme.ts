import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './run.ts'

/**
 * Copies the programme into a folder, without what was made from it, and gives the path of the
 * copy.
 */
export function copyOfProgramme(into: string): string {
  const folder = join(into, 'programme')
  cpSync(join(root, 'programme'), folder, {
    recursive: true,
    filter: (path) => !['dist', 'node_modules', '.turbo'].includes(basename(path)),
  })
  return folder
}
