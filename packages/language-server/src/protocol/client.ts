import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver'

export type Client = ReturnType<typeof clientOf>

/** The abilities of the client that the server uses. */
export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>) {
  const { textDocument, workspace }: ClientCapabilities = capabilities
  return {
    /** Whether the client asks for diagnostics. If not, the server sends them unasked. */
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    supportsVersions: workspace?.workspaceEdit?.documentChanges === true,
    /**
     * Whether an edit may move files. Neovim moves files, although it does not announce
     * `documentChanges`.
     */
    movesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    /** Whether edits of code actions may be computed later. */
    resolvesEdits:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      textDocument.codeAction.dataSupport === true,
    /** Whether “go to definition” may return the span that it started from. */
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
