import { fileURLToPath } from 'node:url'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser'
import { capabilitiesFor } from '../protocol/capabilities.ts'
import { clientOf } from '../protocol/client.ts'
import { answerAll } from './answer-all.ts'
import type { ServerEnvironment } from './options.ts'

/** A file as the editor sends it to a server that has no disk; `null` when it is deleted. */
export interface SentFile {
  readonly uri: string
  readonly bytes: Uint8Array | null
}

/** The notification with which the editor sends files that changed, before it says so. */
export const FILES = 'cahier/files'

/** What a server in a web worker needs; `keepFile` stores a file where the folder is read. */
export interface WorkerOptions extends Omit<ServerEnvironment, 'watchFolder'> {
  readonly keepFile: (path: string, bytes: Uint8Array | null) => void
}

/**
 * Answers an editor from a web worker. There is no disk: the editor sends every file of its folders
 * in `initializationOptions.files`, and later those that change.
 */
export function startInWorker(scope: BrowserPort, options: WorkerOptions): void {
  const connection = createConnection(
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  )
  connection.onInitialize((params) => {
    keep((params.initializationOptions as { files?: readonly SentFile[] } | undefined)?.files ?? [])
    const client = clientOf(params)
    answerAll(connection, client, params, options)
    return {
      serverInfo: { name: 'cahier', version: options.version },
      capabilities: capabilitiesFor(client),
    }
  })
  connection.onNotification(FILES, ({ files }: { readonly files: readonly SentFile[] }) =>
    keep(files),
  )
  connection.listen()

  function keep(files: readonly SentFile[]): void {
    for (const { uri, bytes } of files) options.keepFile(fileURLToPath(uri), bytes)
  }
}

type BrowserPort = ConstructorParameters<typeof BrowserMessageReader>[0]
