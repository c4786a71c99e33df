import type { Middleware } from 'vscode-languageclient'

/** Returns no outline of Markdown: the editor has its own, and each heading would show twice. */
export const outlinedOnce: Pick<Middleware, 'provideDocumentSymbols'> = {
  provideDocumentSymbols: (document, token, next) =>
    document.languageId === 'markdown' ? [] : next(document, token),
}
