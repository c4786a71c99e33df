import type { Finding } from '@cahier/core'
import { type DiskFile, listFiles } from '@cahier/core/read-folder'
import type { Invocation } from './command.ts'
import { systemCode } from './system-code.ts'
import { UsageError } from './usage-error.ts'

/**
 * The files of the programme that the command works on, not yet read. `findings` is added to.
 * @throws {UsageError} when its folder, or one in it, cannot be read.
 */
export function listProgramme(
  { folder }: Pick<Invocation, 'folder'>,
  findings: Finding[],
): readonly DiskFile[] {
  try {
    return listFiles(folder, findings)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    // The folder itself, or one in it: half of what was said must not be counted.
    const { path = folder } = error as NodeJS.ErrnoException
    throw new UsageError(
      `le dossier ${path} ne peut pas être lu (${code})`,
      `the folder ${path} cannot be read (${code})`,
    )
  }
}
