import type { InitializeParams } from 'vscode-languageserver'

/** What editors say of themselves, as far as it matters here. Test material. */
export interface SampleClient {
  readonly name: string
  readonly capabilities: InitializeParams['capabilities']
  /** How it announces the folder of the programme. */
  readonly opens: 'workspaceFolders' | 'rootUri' | 'rootPath' | 'rawUri' | 'nothing'
}

const movesFiles = {
  documentChanges: true,
  resourceOperations: ['create' as const, 'rename' as const, 'delete' as const],
}

export const sampleClients: readonly SampleClient[] = [
  {
    name: 'VS Code',
    opens: 'workspaceFolders',
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: {
        workspaceEdit: movesFiles,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        fileOperations: { dynamicRegistration: true, willRename: true },
      },
      textDocument: {
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
        rename: { prepareSupport: true },
        definition: { linkSupport: true },
        codeAction: {
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  },
  {
    name: 'Neovim',
    opens: 'workspaceFolders',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
      workspace: {
        workspaceEdit: { resourceOperations: movesFiles.resourceOperations },
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: false },
        inlayHint: { refreshSupport: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: {
        diagnostic: { dynamicRegistration: false },
        rename: { prepareSupport: true },
        codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } },
        definition: { linkSupport: true },
      },
    },
  },
  {
    name: 'Helix',
    opens: 'workspaceFolders',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      workspace: {
        workspaceEdit: movesFiles,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
      },
      textDocument: {
        rename: { prepareSupport: true },
        publishDiagnostics: { versionSupport: true },
      },
    },
  },
  {
    name: 'Emacs',
    opens: 'rootUri',
    capabilities: {
      general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
      workspace: {
        workspaceEdit: { documentChanges: true },
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: {
        rename: { prepareSupport: true },
        publishDiagnostics: { relatedInformation: false },
      },
    },
  },
  {
    name: 'Kate',
    opens: 'rawUri',
    capabilities: {
      textDocument: { publishDiagnostics: { relatedInformation: true } },
      window: { workDoneProgress: true },
    },
  },
  {
    name: 'Zed',
    opens: 'workspaceFolders',
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: {
        workspaceEdit: movesFiles,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: {
        rename: { prepareSupport: true },
        diagnostic: { dynamicRegistration: true },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  },
  { name: 'an old one', opens: 'rootPath', capabilities: {} },
  { name: 'one that opens files alone', opens: 'nothing', capabilities: {} },
]
