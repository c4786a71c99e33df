import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import { now } from '../server/in-slices.ts'
import type { Workspace } from './workspace.ts'

/**
 * Between two looks at the disk that files being opened or closed ask for, so many times as long as
 * one takes.
 */
const PAUSES = 4

/**
 * Looks at the disk for what has changed there, and has findings told again. A class because it
 * looks again no sooner than the last look lets it.
 */
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

  /**
   * Looks at once, unless it has just been done: then in a moment. An editor may open thousands of
   * files, or close them, one by one.
   */
  refreshSoon(): void {
    if (this.#next !== undefined) return
    const left = this.#last.ended + PAUSES * this.#last.took - now()
    if (left <= 0) this.look()
    else this.#next = setTimeout(() => this.look(), left)
  }

  /**
   * Looks at once, always at the whole of each programme, since an editor may have missed
   * something; `uris` are files that it says have changed.
   */
  look(uris: readonly string[] = []): void {
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
 * Files that an answer of ours moves, and that the editor is about to move. A class because an
 * editor asks about its own renamings in the same words.
 */
export class PendingMoves {
  readonly #moves = new Map<string, string>()

  add(from: string, to: string): void {
    this.#moves.set(from, to)
  }

  /**
   * Whether this is a move of ours, which has been thought of already; asked about again, it is
   * somebody's own.
   */
  take(from: string, to: string): boolean {
    return this.#moves.get(from) === to && this.#moves.delete(from)
  }

  /** What was moved is not about to move any more: moved back, it is somebody's own renaming. */
  forgetFinished(): void {
    for (const from of this.#moves.keys())
      if (!existsSync(fileURLToPath(from))) this.#moves.delete(from)
  }
}
