import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver'
import { type Encoding, encodingFor } from './positions.ts'

/** The client capabilities that matter here. */
export interface Client {
  readonly encoding: Encoding
  /** Whether it pulls diagnostics and can be asked to refresh; otherwise they are pushed. */
  readonly asks: boolean
  /** Whether it accepts refresh requests for lenses and hints. */
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
  /** Whether it can watch files for the server. */
  readonly watchesFiles: boolean
  readonly hasFolders: boolean
  readonly supportsVersions: boolean
  /** Whether a workspace edit may move files. */
  readonly movesFiles: boolean
  readonly preparesRename: boolean
  readonly supportsLinks: boolean
  readonly resolvesEdits: boolean
}

export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>): Client {
  const { general, textDocument, workspace }: ClientCapabilities = capabilities
  return {
    encoding: encodingFor(general?.positionEncodings),
    asks: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    supportsVersions: workspace?.workspaceEdit?.documentChanges === true,
    // Neovim supports them without announcing `documentChanges`, which they require.
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
