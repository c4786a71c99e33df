import { type ExtensionContext, window } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { languageHere } from './language.ts'
import { middleware } from './middleware.ts'
import { programIn } from './run-cahier.ts'

/** A client, not yet started, for the language server that the extension contains. */
export function localLanguageClient({
  extensionPath,
  subscriptions,
}: ExtensionContext): LanguageClient {
  const outputChannel = window.createOutputChannel('Cahier (LSP)', { log: true })
  subscriptions.push(outputChannel)
  const run = { module: programIn(extensionPath), args: ['lsp'], transport: TransportKind.stdio }
  return new LocalizedClient('cahier', 'Cahier', run, {
    outputChannel,
    middleware,
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'yaml' },
      // An unsaved text is in no programme: only its prose is checked.
      { scheme: 'untitled', language: 'markdown' },
    ],
  })
}

class LocalizedClient extends LanguageClient {
  protected override getLocale(): string {
    return languageHere()
  }
}
