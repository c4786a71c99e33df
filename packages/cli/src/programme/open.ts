import {
  buildProgramme,
  type Finding,
  type Folder,
  type Keep,
  keepLatest,
  type Programme,
  readDocument,
  readFiles,
  type Source,
} from '@cahier/core'
import { type DiskFile, listFiles } from '@cahier/core/read-folder'
import { type Parser, parseMarkdown } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { readingProgress } from '../terminal/progress.ts'

/** Trees stay in memory for so many UTF-16 units of text. */
const ROOM = 250_000

/**
 * Reads the programme with the reference parser; all trees stay in memory.
 * @throws {UsageError} when the folder cannot be read.
 */
export function openProgramme(invocation: Pick<Invocation, 'folder'>): Programme {
  const findings: Finding[] = []
  return buildProgramme(readFiles(listProgramme(invocation, findings), findings))
}

/**
 * Reads the programme with only the latest trees in memory, to visit its texts one by one.
 * @throws {UsageError} when the folder cannot be read.
 */
export function visitProgramme(
  invocation: Pick<Invocation, 'folder' | 'terminal' | 'language'>,
  parserOf: (sources: readonly Source[]) => Parser = () => parseMarkdown,
): Programme {
  const findings: Finding[] = []
  const read = readFiles(listProgramme(invocation, findings), findings)
  return programmeToVisit(read, parserOf(read.sources), invocation)
}

/**
 * A programme of files already read, with only the latest trees in memory. A terminal shows the
 * text being read.
 */
export function programmeToVisit(
  read: Folder,
  parse: Parser,
  invocation: Pick<Invocation, 'terminal' | 'language'>,
): Programme {
  const keep = keepLatest(ROOM)
  const reading = readingProgress(invocation)
  return buildProgramme(read, (source, kind) =>
    readDocument(source, kind, parse, reading === null ? keep : withProgress(source.path)),
  )

  function withProgress(path: string): Keep {
    return (read, size) => {
      reading?.(path)
      return keep(read, size)
    }
  }
}

/**
 * The files of the programme, not yet read. Adds faults of the folder to `findings`.
 * @throws {UsageError} when a folder cannot be read.
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
    // Stops at one unreadable folder: stances must not be counted in part.
    const { path = folder } = error as NodeJS.ErrnoException
    throw new UsageError(
      `le dossier ${path} ne peut pas être lu (${code})`,
      `the folder ${path} cannot be read (${code})`,
    )
  }
}
