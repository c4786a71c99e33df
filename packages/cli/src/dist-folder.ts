import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from './usage-error.ts'

/**
 * Where an edition is written when nobody says where: `dist/NAME` in a folder.
 * @throws {UsageError} when one of the two is a link, which may have come with the folder and lead
 *   to what is somebody's own.
 */
export function distFolder(folder: string, name: string): string {
  const out = join(folder, 'dist', name)
  const link = [join(folder, 'dist'), out].find(
    (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true,
  )
  if (link === undefined) return out
  throw new UsageError(
    `« ${link} » est un lien vers un autre dossier, et rien n’y est écrit sans qu’on le demande : nommez ce dossier avec --out`,
    `“${link}” is a link to another folder, and nothing is written there unless asked for: name that folder with --out`,
  )
}
