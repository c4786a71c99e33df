import type { Middleware } from 'vscode-languageclient'

/**
 * Leaves the outline of Markdown to the editor, which has its own of the same headings, and shows
 * every one that it is given.
 */
export const outlinedOnce: Pick<Middleware, 'provideDocumentSymbols'> = {
  provideDocumentSymbols: (document, token, next) =>
    document.languageId === 'markdown' ? [] : next(document, token),
}
