import { type Folder, readFolder } from '@cahier/core/read-folder'
import type { Invocation } from './command.ts'
import { systemCode } from './system-code.ts'
import { UsageError } from './usage-error.ts'

/** The files of the programme that the command works on. @throws {UsageError} when its folder cannot be read. */
export function readProgramme({ folder }: Pick<Invocation, 'folder'>): Folder {
  try {
    return readFolder(folder)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new UsageError(`le dossier ${folder} ne peut pas être lu (${code})`, `the folder ${folder} cannot be read (${code})`)
  }
}
