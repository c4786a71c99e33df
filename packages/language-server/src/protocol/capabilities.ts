import {
  CodeActionKind,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import type { Client } from './client.ts'

/** The answer to `initialize`: the name of the server, and its capabilities for a client. */
export function initializeResultFor(client: Client, version: string): InitializeResult {
  return { serverInfo: { name: 'cahier', version }, capabilities: capabilitiesFor(client) }
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: {
          filters: [
            { pattern: { glob: '**/{*.md,collectives/*.yaml}', matches: 'file' } },
            { pattern: { glob: '**/axes/*', matches: 'folder' } },
          ],
        },
      },
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'cahier',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    completionProvider: {
      triggerCharacters: ['@', '(', '#', ':', ' ', '[', ',', '{'],
      resolveProvider: true,
    },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ON_SAVE, FIX_EVERYTHING],
      resolveProvider: client.resolvesEdits,
    },
    documentFormattingProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeLensProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: { legend: TOKEN_LEGEND, full: true },
  }
}

/** The code action that fixes only typography. A user may choose to run it on each save. */
export const FIX_ON_SAVE = `${CodeActionKind.SourceFixAll}.cahier`

/** The code action that fixes everything; never run on save. */
export const FIX_EVERYTHING = `${CodeActionKind.Source}.cahier`

// Every theme colours these types. `deprecated` strikes removed text through, where possible.
const TOKEN_LEGEND = {
  tokenTypes: ['variable', 'operator', 'string', 'comment', 'decorator'],
  tokenModifiers: ['deprecated'],
}
