import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exporters } from '@cahier/export'
import { selectionFromOptions } from '../arguments/selection.ts'
import type { Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { unreadPaths } from '../programme/unread.ts'
import { refuseUnreadable, selectedEdition } from '../published/edition.ts'

export interface BuiltSite {
  readonly pages: ReadonlyMap<string, Uint8Array>
  /** Source files that could not be read in full, so that the pages lack them. */
  readonly unread: readonly string[]
}

/** Builds the site like `publish`, in memory. Without `--status`, it has every proposal. */
export function buildSite(invocation: Invocation): BuiltSite {
  const programme = openProgramme(invocation)
  refuseUnreadable(programme)
  const selection = selectionFromOptions(invocation, programme, 'all')
  const { edition } = selectedEdition(programme, selection, invocation)
  const readAsset = (path: string) => readFileSync(join(invocation.folder, path))
  const files = exporters.html?.render(edition, { readAsset }) ?? []
  return {
    pages: new Map(files.map(({ path, bytes }) => [path.replace(/^site\//, ''), bytes])),
    unread: unreadPaths(programme),
  }
}
