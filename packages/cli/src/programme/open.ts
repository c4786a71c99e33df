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

/**
 * In UTF-16 units of their texts, the trees that stand in memory at once where texts are gone
 * through one by one.
 */
const ROOM = 250_000

/**
 * The programme of the folder the command works on, read with the reference parser and kept whole.
 * @throws {UsageError} when the folder cannot be read.
 */
export function openProgramme(invocation: Pick<Invocation, 'folder'>): Programme {
  const findings: Finding[] = []
  return buildProgramme(readFiles(listProgramme(invocation, findings), findings))
}

/**
 * The same, for a command that goes through the texts one by one: of their trees, only those last
 * asked for are kept. @throws {UsageError} likewise.
 */
export function goThroughProgramme(
  invocation: Pick<Invocation, 'folder' | 'terminal' | 'language'>,
  parserOf: (sources: readonly Source[]) => Parser = () => parseMarkdown,
): Programme {
  const findings: Finding[] = []
  const read = readFiles(listProgramme(invocation, findings), findings)
  return programmeGoneThrough(read, parserOf(read.sources), invocation)
}

/**
 * A programme that is read with another parser and gone through text by text: only the trees last
 * asked for are kept, and a terminal is told which is read.
 */
export function programmeGoneThrough(
  read: Folder,
  parse: Parser,
  invocation: Pick<Invocation, 'terminal' | 'language'>,
): Programme {
  const keep = keepLatest(ROOM)
  const reading = readingProgress(invocation)
  return buildProgramme(read, (source, kind) =>
    readDocument(source, kind, parse, reading === null ? keep : toldOf(source.path)),
  )

  function toldOf(path: string): Keep {
    return (read, size) => {
      reading?.(path)
      return keep(read, size)
    }
  }
}

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
