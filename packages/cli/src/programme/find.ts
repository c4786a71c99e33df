import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'

/**
 * Looks for a programme folder upwards from `start`, then upwards from `paths`, then in
 * `start/programme`. With `exact`, looks only in `start` and `start/programme`.
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

/** The name of a file probably meant as `programme.yaml`, such as `programme.yml`, or `''`. */
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

export function misnamedManifestError(misnamed: string) {
  return new UsageError(
    `aucun programme ici : le fichier « ${misnamed} » n’est pas lu à cause de son nom, renommez-le « programme.yaml »`,
    `no programme here: the file “${misnamed}” is not read because of its name, rename it “programme.yaml”`,
  )
}

export const PROGRAMME_FILE = 'programme.yaml'

export function programmeAbove(from: string): string | null {
  return folderAbove(from, PROGRAMME_FILE)
}

/** The nearest folder with this file, from `from` upwards; `null` when there is none. */
export function folderAbove(from: string, file: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, file))) return folder
    if (dirname(folder) === folder) return null
  }
}

export function isProgramme(folder: string): boolean {
  return existsSync(join(folder, PROGRAMME_FILE))
}
