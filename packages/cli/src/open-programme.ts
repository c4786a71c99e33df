import { buildProgramme, keepLatest, type Programme, readDocument, readFolder, type Source } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { Invocation } from './command.ts'
import { UsageError } from './usage-error.ts'

/** In UTF-16 units of their texts, the trees that stand in memory at once where texts are gone through one by one. */
const ROOM = 250_000

/**
 * The programme of the folder the command works on, read with the reference parser and kept whole; or, where a parser is chosen by its sources, gone through
 * text by text: then only the trees last asked for are kept.
 */
export function openProgramme({ folder }: Pick<Invocation, 'folder'>, parserFor?: (sources: readonly Source[]) => Parser): Programme {
  try {
    const read = readFolder(folder)
    const parse = parserFor?.(read.sources)
    if (parse === undefined) return buildProgramme(read)
    const keep = keepLatest(ROOM)
    return buildProgramme(read, (source, kind) => readDocument(source, kind, parse, keep))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UsageError(`le dossier ${folder} ne peut pas être lu (${code})`, `the folder ${folder} cannot be read (${code})`)
  }
}
