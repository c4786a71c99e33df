import { WorkspaceEdit, window } from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { localized } from './language.ts'

/** Changes that the client makes to the server's answers. */
export const middleware: Middleware = {
  // No outline of Markdown: the editor has its own, and each heading would show twice.
  provideDocumentSymbols: (document, token, next) =>
    document.languageId === 'markdown' ? [] : next(document, token),
  // Shows why the server refused a rename, and changes nothing. After an error the editor would
  // rename with its own Markdown extension, which ignores rounds (votes) and stances.
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return await next(document, position, newName, token)
    } catch (error) {
      if (!token.isCancellationRequested) window.showErrorMessage((error as Error).message)
      return new WorkspaceEdit()
    }
  },
  workspace: {
    // The editor renames the file even when the server refuses.
    async willRenameFiles(event, next) {
      try {
        return await next(event)
      } catch (error) {
        if (!event.token.isCancellationRequested)
          window.showErrorMessage(`${localized(ALONE)} ${(error as Error).message}`)
        return null
      }
    },
  },
}

const ALONE = {
  fr: 'Seul le fichier change de nom, rien d’autre ne suit : annulez (Ctrl+Z).',
  en: 'Only the file gets its new name, nothing else follows: undo it (Ctrl+Z).',
}
