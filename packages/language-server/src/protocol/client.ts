import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver'
import { type Encoding, encodingFor } from './positions.ts'

/** What the editor at the other end can do, as far as it matters here. */
export interface Client {
  readonly encoding: Encoding
  /**
   * Whether it asks for diagnostics itself, and can be told to ask again. Else they are sent to it.
   */
  readonly asks: boolean
  /** Whether it can be told that hints and lenses are to be asked for again. */
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
  /** Whether it tells of files that change under it when asked to. */
  readonly watchesFiles: boolean
  readonly hasFolders: boolean
  readonly supportsVersions: boolean
  /** Whether a change that it is given may move files. */
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
    // Neovim takes them without saying that it takes `documentChanges`, where alone they can stand.
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
