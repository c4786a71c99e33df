import type { SentFile } from '@cahier/language-server/worker'
import { type ExtensionContext, Uri, window, workspace } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser'
import { languageHere } from '../language.ts'
import { middleware } from '../middleware.ts'
import { fromFileAddress, toFileAddress } from './file-address.ts'
import { allFiles, filesAt } from './workspace-files.ts'

/** The client of the language server in a web worker, not yet started. */
export function serverInWorker({ extensionUri, subscriptions }: ExtensionContext): LanguageClient {
  const outputChannel = window.createOutputChannel('Cahier (LSP)', { log: true })
  const script = Uri.joinPath(extensionUri, 'dist', 'server.js').toString(true)
  let worker: Worker | undefined
  let files: readonly SentFile[] = []
  subscriptions.push(outputChannel, { dispose: () => worker?.terminate() })
  const client = new WebClient('cahier', 'Cahier', startWorker, {
    outputChannel,
    documentSelector: selector(),
    initializationOptions: () => ({ files }),
    uriConverters: { code2Protocol: toFileAddress, protocol2Code: fromFileAddress },
    middleware: {
      ...middleware,
      workspace: {
        ...middleware.workspace,
        // The server has no disk: the file is sent before its change is announced.
        async didChangeWatchedFile(event, next) {
          const changed = await filesAt(fromFileAddress(event.uri))
          await client.sendNotification('cahier/files', { files: changed })
          await next(event)
        },
      },
    },
  })
  return client

  async function startWorker(): Promise<MessageTransports> {
    files = await allFiles()
    worker?.terminate()
    worker = new Worker(script, { name: 'cahier' })
    // Not the worker itself: the client does not recognize the `Worker` class of some editors.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
}

function selector(): NonNullable<LanguageClientOptions['documentSelector']> {
  const schemes = new Set(workspace.workspaceFolders?.map(({ uri }) => uri.scheme))
  return [
    ...[...schemes].flatMap((scheme) => [
      { scheme, language: 'markdown' },
      { scheme, language: 'yaml' },
    ]),
    { scheme: 'untitled', language: 'markdown' },
  ]
}

class WebClient extends LanguageClient {
  protected override getLocale(): string {
    return languageHere()
  }
}
