import type { Middleware } from 'vscode-languageclient'

/** Leaves the outline of Markdown to the editor, which would otherwise show each heading twice. */
export const outlinedOnce: Pick<Middleware, 'provideDocumentSymbols'> = {
  provideDocumentSymbols: (document, token, next) =>
    document.languageId === 'markdown' ? [] : next(document, token),
}
