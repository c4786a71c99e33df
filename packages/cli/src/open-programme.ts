import { buildProgramme, type Programme, readFolder } from '@cahier/core'
import type { Invocation } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The programme of the folder the command works on. */
export function openProgramme({ folder }: Pick<Invocation, 'folder'>): Programme {
  try {
    return buildProgramme(readFolder(folder))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UsageError(`le dossier ${folder} ne peut pas être lu (${code})`, `the folder ${folder} cannot be read (${code})`)
  }
}
