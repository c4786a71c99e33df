import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { OPEN_LINK_COMMAND, type PreviewKind, previewsOf } from './preview.ts'
import { type Branch, ProgrammeTree } from './programme-tree.ts'
import { fetchOpenProgrammes, fileOf } from './programmes.ts'

/**
 * Registers the tree of programmes and the previews. Without a programme the server is not started:
 * it would check every open Markdown text.
 */
export function showViews(
  { subscriptions }: ExtensionContext,
  server: BaseLanguageClient,
  hasProgramme: boolean,
) {
  const programmes = async () => (hasProgramme ? await fetchOpenProgrammes(server) : [])
  const files = workspace.createFileSystemWatcher('**/*.{md,yaml,yml}')
  const tree = new ProgrammeTree(programmes)
  const preview = previewsOf(server)
  const refresh = () => tree.refresh()
  subscriptions.push(
    preview,
    tree,
    window.registerTreeDataProvider('cahier.programme', tree),
    commands.registerCommand('cahier.refresh', refresh),
    commands.registerCommand('cahier.preview', (given?: Uri | Branch) => show('page', given)),
    commands.registerCommand('cahier.previewAmendments', (given?: Uri | Branch) =>
      show('amendments', given),
    ),
    commands.registerCommand(OPEN_LINK_COMMAND, (address: string) =>
      follow(server.protocol2CodeConverter.asUri(address)),
    ),
    workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration('cahier.language')) return
      if (hasProgramme) {
        await server.stop()
        await server.start()
      }
      tree.refresh()
    }),
    files,
    ...[files.onDidCreate, files.onDidChange, files.onDidDelete].map(
      (listen): Disposable => listen(() => tree.refreshSoon()),
    ),
    { dispose: () => server.stop().catch(() => {}) },
  )
  return {
    programmes,
    refresh,
    async start(): Promise<void> {
      if (!hasProgramme) return
      await server.start()
      await commands.executeCommand('setContext', 'cahier.active', true)
      tree.refresh()
    },
  }

  async function follow(file: Uri): Promise<void> {
    const kind = /\/amendments\/[^/]+\/[^/]+\.md$/.test(file.path) ? 'amendments' : 'page'
    if (/\/axis\.md$|\.yaml$/.test(file.path)) await window.showTextDocument(file)
    else await preview.show(kind, file)
  }

  async function show(kind: PreviewKind, given: Uri | Branch | undefined): Promise<void> {
    const file = fileIn(given) ?? window.activeTextEditor?.document.uri
    if (file !== undefined) await preview.show(kind, file)
  }
}

// The tree gives a branch; the title bar of an editor gives a URI.
function fileIn(given: Uri | Branch | undefined): Uri | undefined {
  if (given instanceof Uri) return given
  return given?.kind === 'proposal' ? fileOf(given.programme, given.proposal.path) : undefined
}
