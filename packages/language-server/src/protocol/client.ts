import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver'

/** The abilities of the client that the server uses. */
export interface Client {
  /** Whether the client pulls diagnostics and accepts refresh requests; else they are pushed. */
  readonly pullsDiagnostics: boolean
  /** Whether the client accepts refresh requests for lenses, and for hints. */
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
  /** Whether the client can watch files for the server. */
  readonly watchesFiles: boolean
  readonly hasFolders: boolean
  readonly supportsVersions: boolean
  /** Whether an edit may move files. */
  readonly movesFiles: boolean
  readonly preparesRename: boolean
  /** Whether a definition may include its origin. */
  readonly supportsLinks: boolean
  /** Whether edits of code actions may be computed later. */
  readonly resolvesEdits: boolean
}

export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>): Client {
  const { textDocument, workspace }: ClientCapabilities = capabilities
  return {
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    supportsVersions: workspace?.workspaceEdit?.documentChanges === true,
    // Neovim moves files without announcing `documentChanges`.
    movesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    resolvesEdits:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      textDocument.codeAction.dataSupport === true,
    supportsLinks: textDocument?.definition?.linkSupport === true,
  }
}

/** The folders that the editor opens at the start. */
export function foldersOf({
  workspaceFolders,
  rootUri,
  rootPath,
}: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri)
  if (rootUri) return [rootUri]
  return rootPath ? [pathToFileURL(rootPath).href] : []
}
