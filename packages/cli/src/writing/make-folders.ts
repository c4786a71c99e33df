import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never ends where a
 * folder is refused as if the one above it were missing, as `/proc` does.
 * @returns the highest that was made, if any.
 */
export function makeFolders(folder: string, mode = 0o777): string | undefined {
  if (isFolder(folder)) return undefined
  // A disk that is not there has nothing above it.
  if (dirname(folder) === folder) throw noFolderIn(folder)
  const made = makeFolders(dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') throw noFolderIn(dirname(folder))
    // Somebody else made it meanwhile.
    if (code !== 'EEXIST' || !isFolder(folder)) throw error
  }
  return made ?? folder
}

function noFolderIn(folder: string): UsageError {
  return new UsageError(
    `aucun dossier ne peut être fait dans « ${folder} »`,
    `no folder can be made in “${folder}”`,
  )
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
