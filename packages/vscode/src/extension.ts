import { commands, type ExtensionContext, tasks, Uri, window, workspace } from 'vscode'
import { createProgramme } from './create-programme.ts'
import { forms } from './forms/forms.ts'
import { FOLLOW, Preview, type PreviewKind } from './preview.ts'
import { programIn } from './program.ts'
import { type Branch, ProgrammeTree } from './programme-tree.ts'
import { fileOf, openProgrammes } from './programmes.ts'
import { type Office, runForm } from './run-form.ts'
import { languageServer } from './server.ts'
import { taskProvider } from './tasks.ts'

/** Called by the editor when a folder holds a programme, or when somebody wants to create one. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Cahier')
  const server = languageServer(context)
  // The server reads every Markdown text that is open: where there is no programme, nobody asked.
  const hasProgramme =
    (await workspace.findFiles('{programme.yaml,*/programme.yaml}', undefined, 1)).length > 0
  const programmes = async () => (hasProgramme ? await openProgrammes(server) : [])
  const files = workspace.createFileSystemWatcher('**/*.{md,yaml,yml}')
  const tree = new ProgrammeTree(programmes)
  const preview = new Preview(server)
  const program = programIn(context.extensionPath)
  const office: Office = { program, output, programmes, refresh: () => tree.refresh() }
  context.subscriptions.push(
    output,
    preview,
    tree,
    window.registerTreeDataProvider('cahier.programme', tree),
    tasks.registerTaskProvider(
      'cahier',
      taskProvider(program, async () =>
        workspace.isTrusted ? (await programmes()).map(({ uri }) => Uri.parse(uri).fsPath) : [],
      ),
    ),
    commands.registerCommand('cahier.refresh', () => tree.refresh()),
    commands.registerCommand('cahier.preview', (given?: Uri | Branch) => show('page', given)),
    commands.registerCommand('cahier.previewAmendments', (given?: Uri | Branch) =>
      show('amendments', given),
    ),
    commands.registerCommand(FOLLOW, (address: string) => follow(Uri.parse(address))),
    ...Object.entries(forms).map(([command, form]) =>
      commands.registerCommand(command, async (branch?: Branch) => {
        if (!workspace.isTrusted) return
        const known = branch?.kind === 'proposal' ? { proposal: branch.proposal.id } : {}
        await runForm(form, known, branch?.programme, office)
      }),
    ),
    commands.registerCommand('cahier.create', async () => {
      if (workspace.isTrusted) await createProgramme(office)
    }),
    workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration('cahier.language')) return
      if (hasProgramme) await server.restart()
      tree.refresh()
    }),
    // Whoever wrote them: this editor, a verb, git.
    files,
    ...[files.onDidCreate, files.onDidChange, files.onDidDelete].map((heard) =>
      heard(() => tree.refreshSoon()),
    ),
    // A server that never started has nothing to stop.
    { dispose: () => server.stop().catch(() => {}) },
  )
  if (!hasProgramme) return
  await server.start()
  await commands.executeCommand('setContext', 'cahier.active', true)
  tree.refresh()

  // A link of a page leads to the page of a proposal, and to the text of what has no page here.
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

// From the tree, a branch; from the title of an editor, an address.
function fileIn(given: Uri | Branch | undefined): Uri | undefined {
  if (given instanceof Uri) return given
  return given?.kind === 'proposal' ? fileOf(given.programme, given.proposal.path) : undefined
}
