import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'

/**
 * The programme folder: the nearest one with a `programme.yaml`, upwards from where we are, then
 * from the paths named; then `programme/` below us. With `exact`, `start` itself or `programme/` in
 * it. `null` when there is none.
 */
export function findProgramme(
  start: string,
  paths: readonly string[],
  exact: boolean,
): string | null {
  if (exact) return [start, join(start, 'programme')].find(isProgramme) ?? null
  for (const from of [start, ...paths]) {
    const found = programmeAbove(from)
    if (found !== null) return found
  }
  return isProgramme(join(start, 'programme')) ? join(start, 'programme') : null
}

/** A file that was surely meant to be `programme.yaml` in a folder; `''` when there is none. */
export function misnamedManifest(folder: string): string {
  try {
    return (
      readdirSync(folder).find((name) => /^programme\.(?:ya?ml|md|txt)(?:\.txt)?$/i.test(name)) ??
      ''
    )
  } catch {
    return ''
  }
}

/** What is told where such a file is. */
export function notReadByName(misnamed: string): UsageError {
  return new UsageError(
    `aucun programme ici : le fichier « ${misnamed} » n’est pas lu à cause de son nom, renommez-le « programme.yaml »`,
    `no programme here: the file “${misnamed}” is not read because of its name, rename it “programme.yaml”`,
  )
}

/** The file that makes a folder a programme. */
export const PROGRAMME_FILE = 'programme.yaml'

/** The nearest programme from a folder upwards; `null` when there is none. */
export function programmeAbove(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isProgramme(folder)) return folder
    if (dirname(folder) === folder) return null
  }
}

/** Whether a folder is a programme. */
export function isProgramme(folder: string): boolean {
  return existsSync(join(folder, PROGRAMME_FILE))
}
