import {
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import type { Client } from './client.ts'

/** What this editor is told that it can ask. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
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
    ...(client.asks && {
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

/** The kind of action that mends typography and nothing else, on save for those who ask for it. */
export const FIX_ON_SAVE = `${CodeActionKind.SourceFixAll}.cahier`

/** The kind of action that mends all there is: it is chosen, and never done on save. */
export const FIX_EVERYTHING = `${CodeActionKind.Source}.cahier`

/**
 * The names of our tokens among those that every theme colours. What an amendment takes away is
 * struck through where themes can.
 */
const TOKEN_LEGEND = {
  tokenTypes: ['variable', 'operator', 'string', 'comment', 'decorator'],
  tokenModifiers: ['deprecated'],
}
