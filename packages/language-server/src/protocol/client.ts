import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver'

export type Client = ReturnType<typeof clientOf>

/** The abilities of the client that the server uses. */
export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>) {
  const { textDocument, workspace }: ClientCapabilities = capabilities
  return {
    /** Whether the client pulls diagnostics and accepts refresh requests; else they are pushed. */
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    /** Whether the client accepts refresh requests for lenses, and for hints. */
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    /** Whether the client can watch files for the server. */
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    supportsVersions: workspace?.workspaceEdit?.documentChanges === true,
    /** Whether an edit may move files. Neovim does, without announcing `documentChanges`. */
    movesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    /** Whether edits of code actions may be computed later. */
    resolvesEdits:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      textDocument.codeAction.dataSupport === true,
    /** Whether a definition may include its origin. */
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
