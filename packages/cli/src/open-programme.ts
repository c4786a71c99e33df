import { buildProgramme, type Folder, keepLatest, type Programme, readDocument } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { Invocation } from './command.ts'
import { readProgramme } from './read-programme.ts'

/** In UTF-16 units of their texts, the trees that stand in memory at once where texts are gone through one by one. */
const ROOM = 250_000

/** The programme of the folder the command works on, read with the reference parser and kept whole. @throws {UsageError} when the folder cannot be read. */
export function openProgramme(invocation: Pick<Invocation, 'folder'>): Programme {
  return buildProgramme(readProgramme(invocation))
}

/** A programme that is read with another parser and gone through text by text: only the trees last asked for are kept. */
export function programmeGoneThrough(read: Folder, parse: Parser): Programme {
  const keep = keepLatest(ROOM)
  return buildProgramme(read, (source, kind) => readDocument(source, kind, parse, keep))
}
