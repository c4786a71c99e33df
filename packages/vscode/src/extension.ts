import { commands, type ExtensionContext, tasks, Uri, window, workspace } from 'vscode'
import { createProgramme } from './create-programme.ts'
import { forms } from './forms/forms.ts'
import { type CommandEnvironment, runForm } from './forms/run-form.ts'
import { localLanguageClient } from './local-language-client.ts'
import type { Branch } from './programme-tree.ts'
import { programIn } from './run-cahier.ts'
import { taskProvider } from './tasks.ts'
import { showViews } from './views.ts'

/**
 * Starts the extension where programs can run, not in a browser. It adds views, forms, tasks and
 * commands.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Cahier')
  const found = await workspace.findFiles('{programme.yaml,*/programme.yaml}', undefined, 1)
  const { programmes, refresh, start } = showViews(
    context,
    localLanguageClient(context),
    found.length > 0,
  )
  const program = programIn(context.extensionPath)
  const environment: CommandEnvironment = { program, output, programmes, refresh }
  context.subscriptions.push(
    output,
    tasks.registerTaskProvider(
      'cahier',
      taskProvider(program, async () =>
        workspace.isTrusted ? (await programmes()).map(({ uri }) => Uri.parse(uri).fsPath) : [],
      ),
    ),
    ...Object.entries(forms).map(([command, form]) =>
      commands.registerCommand(command, async (branch?: Branch) => {
        if (!workspace.isTrusted) return
        const known = branch?.kind === 'proposal' ? { proposal: branch.proposal.id } : {}
        await runForm(form, known, branch?.programme, environment)
      }),
    ),
    commands.registerCommand('cahier.create', async () => {
      if (workspace.isTrusted) await createProgramme(environment)
    }),
  )
  await start()
}
