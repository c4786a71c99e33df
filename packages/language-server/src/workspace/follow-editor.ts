import { FOLDERS } from '@cahier/core'
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { Client } from '../protocol/client.ts'
import type { ServerEnvironment, ServerOptions } from '../server/options.ts'
import type { DiskRefresh } from './disk-refresh.ts'
import type { ProgrammeFolder } from './programme-folder.ts'
import type { Workspace } from './workspace.ts'

/** The client watches all files in the folders of a programme, and those at its top. */
const WATCHED = [`**/{${FOLDERS.join(',')}}/**`, '**/*.{md,yaml,yml}']

/** Follows changes in the editor and on the disk; has changed findings sent. */
export function followEditor(
  connection: Connection,
  client: Client,
  options: ServerEnvironment,
  workspace: Workspace,
  diagnostics: Diagnostics,
  disk: DiskRefresh,
): void {
  const watches = new FolderWatches(
    client.watchesFiles ? undefined : options.watchFolder,
    () => disk.refresh(),
    connection,
  )

  connection.onInitialized(() => {
    if (client.watchesFiles)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: WATCHED.map((globPattern) => ({ globPattern })),
        })
        // Each save, which the client still reports, refreshes everything.
        .catch(() => {})
    if (client.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed)
          for (const folder of workspace.removeFolder(uri)) diagnostics.drop(folder)
        for (const { uri } of added) workspace.addFolder(uri)
        for (const folder of workspace.folders) diagnostics.changed(folder)
        watches.follow(workspace.folders)
      })
    for (const folder of workspace.folders) diagnostics.changed(folder)
    watches.follow(workspace.folders)
  })

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const file = workspace.open(TextDocument.create(uri, languageId, version, text))
    if (file === null) return diagnostics.typedLoose(uri)
    disk.refreshSoon()
    watches.follow(workspace.folders)
    diagnostics.opened(file)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const text = workspace.textAt(uri)
    if (text === undefined) return
    TextDocument.update(text, contentChanges, version)
    const file = workspace.change(text)
    if (file !== null) diagnostics.typed(file)
    else diagnostics.typedLoose(uri)
  })
  connection.onDidSaveTextDocument(() => disk.refresh())
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const isLoose = workspace.looseAt(uri) !== null
    const file = workspace.close(uri)
    disk.refreshSoon()
    if (isLoose) diagnostics.forget(uri)
    if (file !== null) diagnostics.closed(file)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri).filter((uri) => workspace.holds(uri))
    if (uris.length > 0) disk.refresh(uris)
  })
  connection.onShutdown(() => watches.follow([]))
}

/** Milliseconds before the server watches a programme. */
const WATCHED_AFTER = 300

/** Watches programmes for a client that cannot. A class because it lives as long as the client. */
class FolderWatches {
  readonly #watchFolder: ServerOptions['watchFolder']
  readonly #reread: () => void
  readonly #connection: Pick<Connection, 'console'>
  readonly #stops = new Map<ProgrammeFolder, Promise<() => Promise<void>>>()

  /** Without `watchFolder`, nothing is watched. */
  constructor(
    watchFolder: ServerOptions['watchFolder'],
    reread: () => void,
    connection: Pick<Connection, 'console'>,
  ) {
    this.#watchFolder = watchFolder
    this.#reread = reread
    this.#connection = connection
  }

  follow(folders: readonly ProgrammeFolder[]): void {
    if (this.#watchFolder === undefined) return
    for (const folder of folders)
      if (!this.#stops.has(folder))
        this.#stops.set(folder, this.#watched(folder, this.#watchFolder))
    for (const [folder, stop] of this.#stops) {
      if (folders.includes(folder)) continue
      this.#stops.delete(folder)
      // A watcher that cannot be closed is gone.
      stop.then((end) => end()).catch(() => {})
    }
  }

  // Findings are sent first, since starting a watcher takes a moment. Earlier changes are read when
  // it is ready.
  async #watched(
    { root }: ProgrammeFolder,
    watchFolder: NonNullable<ServerOptions['watchFolder']>,
  ): Promise<() => Promise<void>> {
    await new Promise((resolve) => setTimeout(resolve, WATCHED_AFTER))
    const stop = await watchFolder(root, this.#reread).catch((error: Error) => {
      // The system may allow no more watchers; saves are still reported.
      this.#connection.console.warn(`${root}: ${error.message}`)
      return async () => {}
    })
    this.#reread()
    return stop
  }
}
