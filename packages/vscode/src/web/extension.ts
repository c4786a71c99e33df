import { commands, type ExtensionContext, window } from 'vscode'
import { forms } from '../forms/forms.ts'
import { localized } from '../language.ts'
import { showViews } from '../views.ts'
import { serverInWorker } from './server-in-worker.ts'
import { programmeFolders } from './workspace-files.ts'

/** Starts the extension in a browser, such as vscode.dev, where no program can run. */
export async function activate(context: ExtensionContext): Promise<void> {
  await commands.executeCommand('setContext', 'cahier.web', true)
  // Lists the folders directly: the file search of VS Code may not work in a browser.
  const hasProgramme = (await programmeFolders()).length > 0
  const { start } = showViews(context, serverInWorker(context), hasProgramme)
  context.subscriptions.push(
    ...['cahier.create', ...Object.keys(forms)].map((command) =>
      commands.registerCommand(command, () =>
        window.showInformationMessage(localized(NOT_IN_BROWSER)),
      ),
    ),
  )
  await start()
}

const NOT_IN_BROWSER = {
  fr: 'Dans un navigateur, Cahier relit et complète vos textes. Pour créer, décider ou publier, ouvrez ce dossier dans VS Code installé sur un ordinateur.',
  en: 'In a browser, Cahier checks and completes your texts. To create, decide or publish, open this folder in VS Code installed on a computer.',
}
