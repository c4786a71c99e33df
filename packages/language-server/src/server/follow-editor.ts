import { FOLDERS } from '@cahier/core'
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { Client } from '../protocol/client.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { DiskRefresh } from './disk-refresh.ts'
import type { ServerEnvironment, ServerOptions } from './options.ts'

// The files that the server asks the client to watch.
const WATCHED = [`**/{${FOLDERS.join(',')}}/**`, '**/*.{md,yaml,yml}']

/** Follows changes in the editor and on the disk, and sends changed findings. */
export function followEditor(
  connection: Connection,
  client: Client,
  options: ServerEnvironment,
  workspace: Workspace,
  diagnostics: Diagnostics,
  disk: DiskRefresh,
): void {
  const follow = watchesOf(
    client.watchesFiles ? undefined : options.watchFolder,
    () => disk.refresh(),
    (warning) => connection.console.warn(warning),
  )

  connection.onInitialized(() => {
    if (client.watchesFiles)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: WATCHED.map((globPattern) => ({ globPattern })),
        })
        // A refusal does no harm: each save refreshes all programmes.
        .catch(() => {})
    if (client.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed)
          for (const folder of workspace.removeFolder(uri)) diagnostics.drop(folder)
        for (const { uri } of added) workspace.addFolder(uri)
        for (const folder of workspace.folders) diagnostics.changed(folder)
        follow(workspace.folders)
      })
    for (const folder of workspace.folders) diagnostics.changed(folder)
    follow(workspace.folders)
  })

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const file = workspace.open(TextDocument.create(uri, languageId, version, text))
    if (file === null) return diagnostics.typedLoose(uri)
    disk.refreshSoon()
    follow(workspace.folders)
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
  connection.onShutdown(() => follow([]))
}

// Milliseconds before the server watches a programme.
const WATCHED_AFTER = 300

function watchesOf(
  watchFolder: ServerOptions['watchFolder'],
  onChange: () => void,
  warn: (warning: string) => void,
): (folders: readonly ProgrammeFolder[]) => void {
  const stops = new Map<ProgrammeFolder, Promise<() => Promise<void>>>()
  return (folders) => {
    if (watchFolder === undefined) return
    for (const folder of folders)
      if (!stops.has(folder)) stops.set(folder, watched(folder, watchFolder))
    for (const [folder, stop] of stops) {
      if (folders.includes(folder)) continue
      stops.delete(folder)
      // Ignores errors: a watcher that failed is gone.
      stop.then((end) => end()).catch(() => {})
    }
  }

  // Waits first, since a starting watcher would delay findings. Then reports changes made
  // meanwhile.
  async function watched(
    { root }: ProgrammeFolder,
    watch: NonNullable<ServerOptions['watchFolder']>,
  ): Promise<() => Promise<void>> {
    await new Promise((resolve) => setTimeout(resolve, WATCHED_AFTER))
    const stop = await watch(root, onChange).catch((error: Error) => {
      // The system may allow no more watchers; saves are still reported.
      warn(`${root}: ${error.message}`)
      return async () => {}
    })
    onChange()
    return stop
  }
}
