import { commands, window, workspace } from 'vscode'
import type { LocalizedText } from './forms/form.ts'
import { type CommandEnvironment, runAgreed } from './forms/run-form.ts'
import { localized } from './language.ts'

/** Creates a programme in a folder that the person chooses, after confirmation, and opens it. */
export async function createProgramme(environment: CommandEnvironment): Promise<void> {
  const chosen = await window.showOpenDialog({
    title: localized(WHERE),
    openLabel: localized(HERE),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(workspace.workspaceFolders?.[0] && { defaultUri: workspace.workspaceFolders[0].uri }),
  })
  const [folder] = chosen ?? []
  if (folder === undefined) return
  // `--no-git`: a git hook would keep the path of the extension, which changes at each update.
  if ((await runAgreed(['init', '.', '--no-git'], folder.fsPath, environment)) === null) return
  const isOpen = workspace.workspaceFolders?.some(({ uri }) => `${uri}` === `${folder}`)
  await (isOpen
    ? commands.executeCommand('workbench.action.reloadWindow')
    : commands.executeCommand('vscode.openFolder', folder))
}

const WHERE: LocalizedText = {
  fr: 'Dans quel dossier, encore vide, créer le programme ?',
  en: 'In which folder, still empty, to create the programme?',
}
const HERE: LocalizedText = { fr: 'Créer ici', en: 'Create here' }
