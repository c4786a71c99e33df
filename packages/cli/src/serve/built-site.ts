import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tally } from '@cahier/consensus'
import { exporters, type OutputFile } from '@cahier/export'
import { selectionIn } from '../arguments/selection.ts'
import type { Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { unreadPaths } from '../programme/unread.ts'
import { editionFor, refuseSelection, refuseUnreadable } from '../published/edition.ts'

export interface BuiltSite {
  readonly pages: ReadonlyMap<string, Uint8Array>
  /** Source files that could not be read in full, so that the pages lack them. */
  readonly unread: readonly string[]
}

/** Builds the site like `publish`, in memory. Without `--status`, it has every proposal. */
export function buildSite(invocation: Invocation): BuiltSite {
  const { folder, day } = invocation
  const programme = openProgramme(invocation)
  refuseUnreadable(programme)
  const selection = selectionIn(
    {
      ...invocation,
      values: { ...invocation.values, status: invocation.values.status ?? ['all'] },
    },
    programme,
  )
  const date = programme.manifest.publication.date || day()
  const edition = editionFor(folder, programme, tally(programme, date), selection, date)
  refuseSelection(edition, selection, programme)
  const files: readonly OutputFile[] =
    exporters.html?.render(edition, { readAsset: (path) => readFileSync(join(folder, path)) }) ?? []
  return {
    pages: new Map(files.map(({ path, bytes }) => [path.replace(/^site\//, ''), bytes])),
    unread: unreadPaths(programme),
  }
}
