import type { Connection } from 'vscode-languageserver'
import type { Outside } from '../outside.ts'
import type { ProgrammeFolder } from './programme-folder.ts'

/** Milliseconds after which the server itself begins to watch a programme. */
const WATCHED_AFTER = 300

/**
 * Watches programmes for an editor that does not. A class because it lives as long as the editor
 * does.
 */
export class FolderWatches {
  readonly #watchFolder: Outside['watchFolder']
  readonly #reread: () => void
  readonly #connection: Pick<Connection, 'console'>
  readonly #stops = new Map<ProgrammeFolder, Promise<() => Promise<void>>>()

  /** Without `watchFolder`, nothing is watched; `reread` looks at the disk again. */
  constructor(
    watchFolder: Outside['watchFolder'],
    reread: () => void,
    connection: Pick<Connection, 'console'>,
  ) {
    this.#watchFolder = watchFolder
    this.#reread = reread
    this.#connection = connection
  }

  /** Watches these programmes, and lets go of those that are gone. */
  follow(folders: readonly ProgrammeFolder[]): void {
    if (this.#watchFolder === undefined) return
    for (const folder of folders)
      if (!this.#stops.has(folder))
        this.#stops.set(folder, this.#watched(folder, this.#watchFolder))
    for (const [folder, stop] of this.#stops) {
      if (folders.includes(folder)) continue
      this.#stops.delete(folder)
      // A watcher that cannot be closed is gone already.
      stop.then((end) => end()).catch(() => {})
    }
  }

  // What is wrong is said first: to begin to watch takes a moment, and what changed meanwhile is
  // read then.
  async #watched(
    { root }: ProgrammeFolder,
    watchFolder: NonNullable<Outside['watchFolder']>,
  ): Promise<() => Promise<void>> {
    await new Promise((resolve) => setTimeout(resolve, WATCHED_AFTER))
    const stop = await watchFolder(root, this.#reread).catch((error: Error) => {
      // As when the system watches all that it can: what the editor saves is told all the same.
      this.#connection.console.warn(`${root}: ${error.message}`)
      return async () => {}
    })
    this.#reread()
    return stop
  }
}
