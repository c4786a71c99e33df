import {
  buildProgramme,
  type Finding,
  type Folder,
  type Programme,
  readDocument,
  readFiles,
  type SizedCache,
  type Source,
  sizedCache,
} from '@cahier/core'
import { type DiskFile, listFiles } from '@cahier/core/read-folder'
import { type Parser, parseMarkdown } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { readingProgress } from '../terminal/progress.ts'

/** UTF-16 units of text whose syntax trees stay in memory. */
const ROOM = 250_000

/** Reads the programme with `parseMarkdown`. All syntax trees stay in memory. */
export function openProgramme(invocation: Invocation): Programme {
  return buildProgramme(readProgrammeFiles(invocation))
}

/** Reads the programme to visit its texts one by one: only the latest trees stay in memory. */
export function visitProgramme(
  invocation: Invocation,
  parserOf: (sources: readonly Source[]) => Parser = () => parseMarkdown,
): Programme {
  const read = readProgrammeFiles(invocation)
  return programmeToVisit(read, parserOf(read.sources), invocation)
}

function readProgrammeFiles(invocation: Invocation): Folder {
  const findings: Finding[] = []
  return readFiles(listProgramme(invocation, findings), findings)
}

/** Like `visitProgramme`, for files already read. */
export function programmeToVisit(read: Folder, parse: Parser, invocation: Invocation): Programme {
  const keep = sizedCache(ROOM)
  const reading = readingProgress(invocation)
  return buildProgramme(read, (source, kind) =>
    readDocument(source, kind, parse, reading === null ? keep : withProgress(source.path)),
  )

  function withProgress(path: string): SizedCache {
    return (read, size) => {
      reading?.(path)
      return keep(read, size)
    }
  }
}

/**
 * Lists the files of the programme without reading them. Adds faults of the folder to `findings`.
 * @throws {UsageError} when a folder cannot be read.
 */
export function listProgramme({ folder }: Invocation, findings: Finding[]): readonly DiskFile[] {
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
