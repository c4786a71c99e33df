import type { Programme } from '@cahier/core'
import { recordsOf } from './records-of.ts'

/** A text that a round froze, and the day it opened. */
export interface RoundCopy {
  readonly opened: string
  readonly text: string
}

/** The copies of a text, by its id, that its rounds kept, the oldest first. */
export function roundCopies(
  programme: Pick<Programme, 'records'>,
  id: string,
): readonly RoundCopy[] {
  const [folder, file] = [`decisions/${id}/`, '/text.md']
  return recordsOf(programme, id)
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(file))
    .map(({ path, text }) => ({ opened: path.slice(folder.length, -file.length), text }))
}
