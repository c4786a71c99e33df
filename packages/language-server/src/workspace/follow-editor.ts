import { FOLDERS } from '@cahier/core'
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { Client } from '../protocol/client.ts'
import { plainRange } from '../protocol/positions.ts'
import type { ServerEnvironment, ServerOptions } from '../server/options.ts'
import type { DiskRefresh } from './disk-refresh.ts'
import type { ProgrammeFolder } from './programme-folder.ts'
import type { Workspace } from './workspace.ts'

/**
 * What an editor is asked to watch: whatever stands in a folder of a programme, and the files at
 * its top.
 */
const WATCHED = [`**/{${FOLDERS.join(',')}}/**`, '**/*.{md,yaml,yml}']

/** Keeps the desk as the editor and the disk have it, and has findings told again. */
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
    () => disk.look(),
    connection,
  )

  connection.onInitialized(() => {
    if (client.watchesFiles)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: WATCHED.map((globPattern) => ({ globPattern })),
        })
        // An editor that will not watch still tells what it saves, and then all is looked at.
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
    // Each change is said in the text that the one before it left.
    for (const change of contentChanges) {
      const plain =
        'range' in change
          ? { range: plainRange(text, change.range, client.encoding), text: change.text }
          : change
      TextDocument.update(text, [plain], version)
    }
    const file = workspace.change(text)
    if (file !== null) diagnostics.typed(file)
    else diagnostics.typedLoose(uri)
  })
  connection.onDidSaveTextDocument(() => disk.look())
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const isLoose = workspace.looseAt(uri) !== null
    const file = workspace.close(uri)
    disk.refreshSoon()
    if (isLoose) diagnostics.forget(uri)
    if (file !== null) diagnostics.closed(file)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri).filter((uri) => workspace.holds(uri))
    if (uris.length > 0) disk.look(uris)
  })
  connection.onShutdown(() => watches.follow([]))
}

/** Milliseconds after which the server itself begins to watch a programme. */
const WATCHED_AFTER = 300

/**
 * Watches programmes for an editor that does not. A class because it lives as long as the editor
 * does.
 */
class FolderWatches {
  readonly #watchFolder: ServerOptions['watchFolder']
  readonly #reread: () => void
  readonly #connection: Pick<Connection, 'console'>
  readonly #stops = new Map<ProgrammeFolder, Promise<() => Promise<void>>>()

  /** Without `watchFolder`, nothing is watched; `reread` looks at the disk again. */
  constructor(
    watchFolder: ServerOptions['watchFolder'],
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
    watchFolder: NonNullable<ServerOptions['watchFolder']>,
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
