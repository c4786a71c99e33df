import { WorkspaceEdit, window } from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { said } from './language.ts'

/**
 * Says why a name was refused, and has nothing changed. An editor that only hears of a failure asks
 * the next who offers to rename: its own links of Markdown, which know nothing of what was voted.
 */
export const refusedRenames: Middleware = {
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return await next(document, position, newName, token)
    } catch (error) {
      if (!token.isCancellationRequested) window.showErrorMessage((error as Error).message)
      return new WorkspaceEdit()
    }
  },
  workspace: {
    // In the list of files, the editor moves the file whatever is answered.
    async willRenameFiles(event, next) {
      try {
        return await next(event)
      } catch (error) {
        if (!event.token.isCancellationRequested)
          window.showErrorMessage(`${said(ALONE)} ${(error as Error).message}`)
        return null
      }
    },
  },
}

const ALONE = {
  fr: 'Seul le fichier change de nom, rien d’autre ne suit : annulez (Ctrl+Z).',
  en: 'Only the file gets its new name, nothing else follows: undo it (Ctrl+Z).',
}
