import { setImmediate as nextTurn } from 'node:timers/promises'
import { buildProgramme } from '@cahier/core'
import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ClientSetting, DocumentContext, LspContext } from '../context.ts'
import type { Workspace } from '../workspace/workspace.ts'

interface AboutFile {
  readonly textDocument: { readonly uri: string }
}

/**
 * Makes request handlers from features. They answer `null` for a file that the workspace does not
 * know.
 */
export function requestHandlers(
  workspace: Workspace,
  setting: ClientSetting,
  day: (timezone: string) => string,
) {
  return { over, at, of, everywhere }

  // Answers a request about a whole file.
  function over<Params extends AboutFile, Answer>(
    answer: (context: DocumentContext, lsp: LspContext, params: Params) => Answer,
  ) {
    return cancellable((params: Params) => {
      const found = find(params.textDocument.uri)
      return () => (found === null ? null : answer(found.context, found.lsp, params))
    })
  }

  // Answers with the result of a feature on a file.
  function of<Found, Answer>(
    feature: (context: DocumentContext) => Found,
    convert: (found: Found, lsp: LspContext) => Answer,
  ) {
    return over((context, lsp) => convert(feature(context), lsp))
  }

  // Answers with the result of a feature at a position.
  function at<Params extends AboutFile & { readonly position: Position }, Found, Answer>(
    feature: (context: DocumentContext, offset: number, params: Params) => Found,
    convert: (found: Found, lsp: LspContext) => Answer,
  ) {
    return over((context, lsp, params: Params) =>
      convert(feature(context, lsp.text.offsetAt(params.position), params), lsp),
    )
  }

  // Answers a request about all open programmes.
  function everywhere<Params, Answer>(
    answer: (
      context: Pick<DocumentContext, 'programme'>,
      lsp: Omit<LspContext, 'text'>,
      params: Params,
    ) => readonly Answer[],
  ) {
    return cancellable(
      (params: Params) => {
        const folders = workspace.folders.map((folder) => [folder, folder.programme] as const)
        return () =>
          folders.flatMap(([folder, programme]) => {
            const texts = (path: string) => workspace.pageOf(folder, path)
            return answer({ programme }, { texts, setting }, params)
          })
      },
      () => workspace.readHeads(),
    )
  }

  function find(uri: string): { context: DocumentContext; lsp: LspContext } | null {
    const file = workspace.fileAt(uri)
    if (file === null) return findLoose(uri)
    const { folder, path } = file
    const { programme } = folder
    const document = programme.documents.find((one) => one.path === path)
    if (document === undefined) return null
    const text = frozen(workspace.pageOf(folder, path))
    const texts = (other: string) => (other === path ? text : workspace.pageOf(folder, other))
    const { language } = setting
    const today = day(programme.manifest.timezone)
    return {
      context: { programme, document, day: today, language },
      lsp: { text, texts, setting },
    }
  }

  function findLoose(uri: string) {
    const page = workspace.looseAt(uri)
    if (page === null) return null
    const text = frozen(page.text)
    const { document, settings } = page
    const { language } = setting
    const today = day('UTC')
    return {
      context: { programme: NO_PROGRAMME, document, day: today, language, settings },
      lsp: { text, texts: () => text, setting },
    }
  }
}

export function listOf<Item, Answer>(
  convert: (item: Item, lsp: LspContext, rank: number) => Answer,
) {
  return (items: readonly Item[], lsp: LspContext) =>
    items.map((item, rank) => convert(item, lsp, rank))
}

const NO_PROGRAMME = buildProgramme({ sources: [], assets: [], findings: [] })

// A copy, since typing during the computation must not shift offsets.
function frozen(text: TextDocument): TextDocument {
  return TextDocument.create(text.uri, text.languageId, text.version, text.getText())
}

/**
 * A handler of requests that may be cancelled. `take` reads the state at once and returns the work.
 * The work runs later, after `ready`.
 */
export function cancellable<Params, Answer>(
  take: (params: Params) => () => Answer,
  ready?: () => Promise<void>,
) {
  return async (params: Params, token: CancellationToken): Promise<Answer> => {
    const work = take(params)
    // Two turns of the event loop: a cancellation may be the very next message.
    await nextTurn()
    await nextTurn()
    await ready?.()
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    try {
      return work()
    } catch (error) {
      if (error instanceof ResponseError) throw error
      throw new ResponseError(ErrorCodes.InternalError, (error as Error).stack ?? String(error))
    }
  }
}
