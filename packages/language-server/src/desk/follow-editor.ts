import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FOLDERS } from '@cahier/core'
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from '../client.ts'
import type { Diagnostics } from '../findings/diagnostics.ts'
import { now } from '../now.ts'
import type { Outside } from '../outside.ts'
import { plainRange } from '../positions.ts'
import type { Desk } from './desk.ts'
import { FolderWatches } from './folder-watches.ts'

/** What an editor is asked to watch: whatever stands in a folder of a programme, and the files at its top. */
const WATCHED = [`**/{${FOLDERS.join(',')}}/**`, '**/*.{md,yaml,yml}']

/** Between two looks at the disk that files being opened or closed ask for, so many times as long as one takes. */
const PAUSES = 4

/**
 * Keeps the desk as the editor and the disk have it, and has findings told again; gives what looks at the disk. `moving` are files that an answer of ours
 * moves, and that the editor is about to move.
 */
export function followEditor(
  connection: Connection,
  client: Client,
  outside: Outside,
  desk: Desk,
  diagnostics: Diagnostics,
  moving: Set<string>,
): (uris?: readonly string[]) => void {
  const watches = new FolderWatches(client.watchesFiles ? undefined : outside.watchFolder, () => reread(), connection)

  connection.onInitialized(() => {
    if (client.watchesFiles)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) })
        // An editor that will not watch still tells what it saves, and then all is looked at.
        .catch(() => {})
    if (client.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) for (const folder of desk.removeFolder(uri)) diagnostics.drop(folder)
        for (const { uri } of added) desk.addFolder(uri)
        for (const folder of desk.folders) diagnostics.changed(folder)
        watches.follow(desk.folders)
      })
    for (const folder of desk.folders) diagnostics.changed(folder)
    watches.follow(desk.folders)
  })

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const sheet = desk.open(TextDocument.create(uri, languageId, version, text))
    if (sheet === null) return diagnostics.typedLoose(uri)
    rereadInTime()
    watches.follow(desk.folders)
    diagnostics.opened(sheet)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const text = desk.textAt(uri)
    if (text === undefined) return
    // Each change is said in the text that the one before it left.
    for (const change of contentChanges) {
      const plain = 'range' in change ? { range: plainRange(text, change.range, client.encoding), text: change.text } : change
      TextDocument.update(text, [plain], version)
    }
    const sheet = desk.change(text)
    if (sheet !== null) diagnostics.typed(sheet)
    else diagnostics.typedLoose(uri)
  })
  connection.onDidSaveTextDocument(() => reread())
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const isLoose = desk.looseAt(uri) !== null
    const sheet = desk.close(uri)
    rereadInTime()
    if (isLoose) diagnostics.forget(uri)
    if (sheet !== null) diagnostics.closed(sheet)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri).filter((uri) => desk.holds(uri))
    if (uris.length > 0) reread(uris)
  })
  connection.onShutdown(() => watches.follow([]))
  let lastLook = { ended: -Infinity, took: 0 }
  let nextLook: NodeJS.Timeout | undefined
  return reread

  /** Looks at the disk now, unless it was looked at just before: then in a moment. An editor may open thousands of files, or close them, one by one. */
  function rereadInTime(): void {
    if (nextLook !== undefined) return
    const left = lastLook.ended + PAUSES * lastLook.took - now()
    if (left <= 0) reread()
    else nextLook = setTimeout(() => reread(), left)
  }

  /** Looks at the disk: always for the whole of each programme, since an editor may have missed something. */
  function reread(uris: readonly string[] = []): void {
    clearTimeout(nextLook)
    nextLook = undefined
    const began = now()
    // What was moved is not about to move any more: moved back, it is somebody's own renaming.
    for (const move of moving) if (!existsSync(fileURLToPath(move.split(' ')[0] as string))) moving.delete(move)
    const sheets = uris.map((uri) => desk.sheetAt(uri))
    for (const folder of desk.folders) {
      const before = folder.version
      folder.reread(sheets.flatMap((sheet) => (sheet?.folder === folder ? [sheet.path] : [])))
      if (folder.version !== before) diagnostics.changed(folder)
    }
    const ended = now()
    lastLook = { ended, took: ended - began }
  }
}
