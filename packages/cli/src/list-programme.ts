import type { Finding } from '@cahier/core'
import { type DiskFile, listFiles } from '@cahier/core/read-folder'
import type { Invocation } from './command.ts'
import { systemCode } from './system-code.ts'
import { UsageError } from './usage-error.ts'

/** The files of the programme that the command works on, not yet read. `findings` is added to. @throws {UsageError} when its folder cannot be read. */
export function listProgramme({ folder }: Pick<Invocation, 'folder'>, findings: Finding[]): readonly DiskFile[] {
  try {
    return listFiles(folder, findings)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new UsageError(`le dossier ${folder} ne peut pas être lu (${code})`, `the folder ${folder} cannot be read (${code})`)
  }
}
