import { fileURLToPath } from 'node:url'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser'
import { initializeResultFor } from '../protocol/capabilities.ts'
import { clientOf } from '../protocol/client.ts'
import { answerAll } from './answer-all.ts'
import type { ServerEnvironment } from './options.ts'

/**
 * A file that the editor sends to a server without a disk. `bytes` is `null` for a deleted file.
 */
export interface SentFile {
  readonly uri: string
  readonly bytes: Uint8Array | null
}

/** The editor sends this notification with changed files, then announces the changes. */
export const FILES = 'cahier/files'

/** Options for a web worker; `keepFile` stores a file for `node:fs` to read. */
export interface WorkerOptions extends Omit<ServerEnvironment, 'watchFolder'> {
  readonly keepFile: (path: string, bytes: Uint8Array | null) => void
}

/**
 * Starts a server in a web worker. The editor sends every file of its folders in
 * `initializationOptions.files`, and later each changed file.
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
    return initializeResultFor(client, options.version)
  })
  connection.onNotification(FILES, ({ files }: { readonly files: readonly SentFile[] }) =>
    keep(files),
  )
  connection.listen()

  function keep(files: readonly SentFile[]) {
    for (const { uri, bytes } of files) options.keepFile(fileURLToPath(uri), bytes)
  }
}

type BrowserPort = ConstructorParameters<typeof BrowserMessageReader>[0]
