import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

/**
 * Makes a folder and its missing parents. Node's own option `recursive` loops for ever inside
 * `/proc`.
 * @returns the highest folder made, if any.
 */
export function makeFolders(folder: string, mode = 0o777): string | undefined {
  if (isFolder(folder)) return undefined
  // The root itself is missing, such as an unplugged drive.
  if (dirname(folder) === folder) throw noFolderIn(folder)
  const made = makeFolders(dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') throw noFolderIn(dirname(folder))
    // Another process may have made the folder first.
    if (code !== 'EEXIST' || !isFolder(folder)) throw error
  }
  return made ?? folder
}

function noFolderIn(folder: string) {
  return new UsageError(
    `aucun dossier ne peut être fait dans « ${folder} »`,
    `no folder can be made in “${folder}”`,
  )
}

function isFolder(path: string) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
