import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tally } from '@cahier/consensus'
import { exporters, type OutputFile } from '@cahier/export'
import type { Invocation } from '../command.ts'
import { editionFor, refuseUnreadable } from '../edition-for.ts'
import { openProgramme } from '../open-programme.ts'
import { refuseSelection } from '../refuse-selection.ts'
import { selectionIn } from '../selection-options.ts'
import { unreadFiles } from '../unread-files.ts'

export interface BuiltSite {
  /** By path: `index.html`, `axes/…`. */
  readonly pages: ReadonlyMap<string, Uint8Array>
  /** The files that could not be read whole, of which something is missing in the pages. */
  readonly unread: readonly string[]
}

/**
 * The site as the folder stands now: what `publish` would write, everything in it marked unless a
 * status is asked for.
 */
export function builtSite(invocation: Invocation): BuiltSite {
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
    unread: unreadFiles(programme),
  }
}
