import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import { now } from '../in-slices.ts'
import type { Workspace } from '../workspace/workspace.ts'

// The pause between two refreshes, as a multiple of the time that a refresh takes.
const PAUSES = 4

/** Rereads the disk, not too often, and reports changed programmes. */
export class DiskRefresh {
  readonly #workspace: Workspace
  readonly #diagnostics: Diagnostics
  readonly #moving: PendingMoves
  #last = { ended: -Infinity, took: 0 }
  #next: NodeJS.Timeout | undefined

  constructor(workspace: Workspace, diagnostics: Diagnostics, moving: PendingMoves) {
    this.#workspace = workspace
    this.#diagnostics = diagnostics
    this.#moving = moving
  }

  /** Refreshes now, or after a pause: a client may open or close thousands of files one by one. */
  refreshSoon(): void {
    if (this.#next !== undefined) return
    const left = this.#last.ended + PAUSES * this.#last.took - now()
    if (left <= 0) this.refresh()
    else this.#next = setTimeout(() => this.refresh(), left)
  }

  /**
   * Refreshes all programmes now, since a client may miss changes. `uris` are files that it
   * reported.
   */
  refresh(uris: readonly string[] = []): void {
    clearTimeout(this.#next)
    this.#next = undefined
    const began = now()
    this.#moving.forgetFinished()
    const programmeFiles = uris.map((uri) => this.#workspace.fileAt(uri))
    for (const folder of this.#workspace.folders) {
      const before = folder.version
      folder.reread(programmeFiles.flatMap((file) => (file?.folder === folder ? [file.path] : [])))
      if (folder.version !== before) this.#diagnostics.changed(folder)
    }
    const ended = now()
    this.#last = { ended, took: ended - began }
  }
}

/**
 * The file moves that our answers ask for. A class, since the client later announces them like
 * moves of the user.
 */
export class PendingMoves {
  readonly #moves = new Map<string, string>()

  add(from: string, to: string): void {
    this.#moves.set(from, to)
  }

  /** Whether an announced move is one of ours; each is recognized once. */
  take(from: string, to: string): boolean {
    return this.#moves.get(from) === to && this.#moves.delete(from)
  }

  /** Forgets finished moves: a later move back is one of the user. */
  forgetFinished(): void {
    for (const from of this.#moves.keys())
      if (!existsSync(fileURLToPath(from))) this.#moves.delete(from)
  }
}
