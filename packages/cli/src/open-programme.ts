import { buildProgramme, type Programme, readDocument, readFolder, type Source } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { Invocation } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The programme of the folder the command works on, read with the reference parser unless one is chosen by its sources. */
export function openProgramme({ folder }: Pick<Invocation, 'folder'>, parserFor?: (sources: readonly Source[]) => Parser): Programme {
  try {
    const read = readFolder(folder)
    const parse = parserFor?.(read.sources)
    return parse === undefined ? buildProgramme(read) : buildProgramme(read, (source, kind) => readDocument(source, kind, parse))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UsageError(`le dossier ${folder} ne peut pas être lu (${code})`, `the folder ${folder} cannot be read (${code})`)
  }
}
