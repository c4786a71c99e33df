import { folderOf, stemOf } from '@cahier/core'

/** The proposal or axis that somebody names, by its id or by the path of its file. */
export function writtenId(written: string): string {
  if (!written.endsWith('.md')) return written
  return stemOf(written) === 'axis' ? folderOf(written) : stemOf(written)
}
