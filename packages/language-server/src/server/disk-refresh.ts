import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import { now } from '../in-slices.ts'
import type { Workspace } from '../workspace/workspace.ts'

// The pause between two refreshes, as a multiple of the time that a refresh takes.
const PAUSES = 4

/** Rereads the disk, not too often, and reports changed programmes. */
export type DiskRefresh = ReturnType<typeof diskRefreshOf>

export function diskRefreshOf(
  workspace: Workspace,
  diagnostics: Diagnostics,
  moving: PendingMoves,
) {
  let last = { ended: -Infinity, took: 0 }
  let next: NodeJS.Timeout | undefined
  return { refresh, refreshSoon }

  // Pauses between refreshes, since a client may open or close thousands of files one by one.
  function refreshSoon() {
    if (next !== undefined) return
    const left = last.ended + PAUSES * last.took - now()
    if (left <= 0) refresh()
    else next = setTimeout(refresh, left)
  }

  // Rereads all programmes, since a client may miss changes. `uris` are the files that the client
  // reports.
  function refresh(uris: readonly string[] = []) {
    clearTimeout(next)
    next = undefined
    const began = now()
    moving.forgetFinished()
    const programmeFiles = uris.map((uri) => workspace.fileAt(uri))
    for (const folder of workspace.folders) {
      const before = folder.version
      folder.reread(programmeFiles.flatMap((file) => (file?.folder === folder ? [file.path] : [])))
      if (folder.version !== before) diagnostics.changed(folder)
    }
    const ended = now()
    last = { ended, took: ended - began }
  }
}

export type PendingMoves = ReturnType<typeof pendingMoves>

/**
 * The file moves that the server asked of the client. The client announces them later, like a
 * user's moves.
 */
export function pendingMoves() {
  const moves = new Map<string, string>()
  return {
    add: (from: string, to: string) => void moves.set(from, to),
    /** Whether the server asked for this move. For each move, only the first call returns true. */
    take: (from: string, to: string) => moves.get(from) === to && moves.delete(from),
    /** Forgets finished moves: the user may later make the same move by hand. */
    forgetFinished() {
      for (const from of moves.keys()) if (!existsSync(fileURLToPath(from))) moves.delete(from)
    },
  }
}
