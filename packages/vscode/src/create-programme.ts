import { commands, window, workspace } from 'vscode'
import type { Bilingual } from './forms/form.ts'
import { said } from './language.ts'
import { type Office, runAgreed } from './run-form.ts'

/**
 * Writes a new programme in the folder that the person chooses, once they have seen what it will
 * hold, and opens that folder.
 */
export async function createProgramme(office: Office): Promise<void> {
  const chosen = await window.showOpenDialog({
    title: said(WHERE),
    openLabel: said(HERE),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(workspace.workspaceFolders?.[0] && { defaultUri: workspace.workspaceFolders[0].uri }),
  })
  const [folder] = chosen ?? []
  if (folder === undefined) return
  // Git would keep the address of a program that moves at each update of the extension, run by the
  // editor itself.
  if ((await runAgreed(['init', '.', '--no-git'], folder.fsPath, office)) === null) return
  // A folder that is open already is read again, as any other is when it opens.
  const isOpen = workspace.workspaceFolders?.some(({ uri }) => `${uri}` === `${folder}`)
  await (isOpen
    ? commands.executeCommand('workbench.action.reloadWindow')
    : commands.executeCommand('vscode.openFolder', folder))
}

const WHERE: Bilingual = {
  fr: 'Dans quel dossier, encore vide, créer le programme ?',
  en: 'In which folder, still empty, to create the programme?',
}
const HERE: Bilingual = { fr: 'Créer ici', en: 'Create here' }
