import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  type CancellationToken,
  createConnection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  RequestType0,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Client, clientOf, foldersOf } from './client.ts'
import { Desk } from './desk.ts'
import { Diagnostics } from './diagnostics.ts'
import { outlineOf } from './features/outline.ts'
import { previewOf } from './features/preview.ts'
import type { Outside } from './outside.ts'
import { settingFor } from './setting-for.ts'
import { plainRange, type Setting } from './to-lsp.ts'

/** What our own extension asks besides what every editor does: `ProgrammeOutline` with its `uri`, for each programme. */
export const OUTLINE = 'cahier/outline'
/** The pages of the proposal at `uri`, a `MeasurePreview`, or `null`. */
export const PREVIEW = 'cahier/preview'

/** Answers an editor until it goes away. */
export function startServer(outside: Outside): void {
  const { input, output } = outside
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit: outside.exit }
  const connection = createConnection(
    (logger) => createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
    watchDog,
  )
  const desk = new Desk()
  let client: Client
  let setting: Setting
  let diagnostics: Diagnostics

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = clientOf(params)
    for (const uri of foldersOf(params)) desk.addFolder(uri)
    setting = settingFor(params, desk, client, outside)
    diagnostics = new Diagnostics(connection, desk, client, setting, outside.day)
    return {
      serverInfo: { name: 'cahier', version: outside.version },
      capabilities: {
        positionEncoding: client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(client.asks && { diagnosticProvider: { identifier: 'cahier', interFileDependencies: true, workspaceDiagnostics: true } }),
      },
    }
  })

  connection.onInitialized(() => {
    if (client.watchesFiles)
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] }).catch(() => {})
    if (client.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) for (const folder of desk.removeFolder(uri)) diagnostics.drop(folder)
        for (const { uri } of added) desk.addFolder(uri)
        for (const folder of desk.folders) diagnostics.changed(folder)
      })
    for (const folder of desk.folders) diagnostics.changed(folder)
  })

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const sheet = desk.open(TextDocument.create(uri, languageId, version, text))
    if (sheet === null) return
    reread()
    diagnostics.typed(sheet)
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
  })
  connection.onDidSaveTextDocument(() => reread())
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const sheet = desk.close(uri)
    reread()
    if (sheet === null) return
    diagnostics.changed(sheet.folder)
    if (!sheet.folder.has(sheet.path)) diagnostics.forget(uri)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => reread(changes.map(({ uri }) => uri)))

  connection.languages.diagnostics.on(
    asked(({ textDocument: { uri }, previousResultId }) => {
      const sheet = desk.sheetAt(uri)
      return sheet === null ? { kind: 'full' as const, items: [] } : diagnostics.report(sheet, previousResultId)
    }),
  )
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    diagnostics.reportAll(previousResultIds, () => token.isCancellationRequested),
  )

  const outlines = asked(() =>
    desk.folders.map(({ root, programme }) => ({
      uri: pathToFileURL(root).href,
      ...outlineOf(programme, outside.day(programme.manifest.timezone), setting.language),
    })),
  )
  connection.onRequest(new RequestType0(OUTLINE), (token) => outlines(null, token))
  connection.onRequest(
    PREVIEW,
    asked(({ uri }: { readonly uri: string }) => {
      const sheet = desk.sheetAt(uri)
      if (sheet === null) return null
      const { root, programme } = sheet.folder
      return previewOf(programme, sheet.path, outside.day(programme.manifest.timezone), {
        readAsset: (path) => readFileSync(join(root, path)),
      })
    }),
  )

  connection.onShutdown(() => {})
  input.on('close', () => outside.exit(watchDog.shutdownReceived ? 0 : 1))
  connection.listen()

  /** Looks at the disk: always for the whole of each programme, since an editor may have missed something. */
  function reread(uris: readonly string[] = []): void {
    const sheets = uris.map((uri) => desk.sheetAt(uri))
    for (const folder of desk.folders) {
      const before = folder.version
      folder.reread(sheets.flatMap((sheet) => (sheet?.folder === folder ? [sheet.path] : [])))
      if (folder.version !== before) diagnostics.changed(folder)
    }
  }
}

/** An answer that is not worked out when the question was taken back meanwhile. */
function asked<Params, Answer>(answer: (params: Params) => Answer) {
  return async (params: Params, token: CancellationToken): Promise<Answer> => {
    // Two turns: a cancellation that came with the question is the next message.
    await nextTurn()
    await nextTurn()
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    try {
      return answer(params)
    } catch (error) {
      throw new ResponseError(ErrorCodes.InternalError, (error as Error).stack ?? String(error))
    }
  }
}
