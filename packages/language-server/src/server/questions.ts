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
 * Turns requests into calls of features. Answers `null` outside programmes and open Markdown texts.
 */
export class Questions {
  readonly #workspace: Workspace
  readonly #setting: ClientSetting
  readonly #day: (timezone: string) => string

  constructor(workspace: Workspace, setting: ClientSetting, day: (timezone: string) => string) {
    this.#workspace = workspace
    this.#setting = setting
    this.#day = day
  }

  /** Answers a request about a whole file. */
  over<Params extends AboutFile, Answer>(
    answer: (context: DocumentContext, lsp: LspContext, params: Params) => Answer,
  ) {
    return patient((params: Params) => {
      // The programme and the text at the time of the request.
      const found = this.#find(params.textDocument.uri)
      return () => (found === null ? null : answer(found.context, found.lsp, params))
    })
  }

  /** Answers a request about a place in a file. */
  at<Params extends AboutFile & { readonly position: Position }, Answer>(
    answer: (context: DocumentContext, offset: number, lsp: LspContext, params: Params) => Answer,
  ) {
    return patient((params: Params) => {
      const found = this.#find(params.textDocument.uri)
      const offset = found?.lsp.text.offsetAt(params.position) ?? 0
      return () => (found === null ? null : answer(found.context, offset, found.lsp, params))
    })
  }

  /** Answers a request about all open programmes. */
  everywhere<Params, Answer>(
    answer: (
      context: Pick<DocumentContext, 'programme'>,
      lsp: Omit<LspContext, 'text'>,
      params: Params,
    ) => readonly Answer[],
  ) {
    return patient(
      (params: Params) => {
        const folders = this.#workspace.folders.map((folder) => ({
          folder,
          programme: folder.programme,
        }))
        return () =>
          folders.flatMap(({ folder, programme }) =>
            answer(
              { programme },
              { texts: (path) => this.#workspace.pageOf(folder, path), setting: this.#setting },
              params,
            ),
          )
      },
      () => this.#workspace.readHeads(),
    )
  }

  #find(uri: string): { readonly context: DocumentContext; readonly lsp: LspContext } | null {
    const file = this.#workspace.fileAt(uri)
    if (file === null) return this.#findLoose(uri)
    const { folder, path } = file
    const { programme } = folder
    const document = programme.documents.find((one) => one.path === path)
    if (document === undefined) return null
    const day = this.#day(programme.manifest.timezone)
    const text = frozen(this.#workspace.pageOf(folder, path))
    const texts = (other: string) => (other === path ? text : this.#workspace.pageOf(folder, other))
    return {
      context: { programme, document, day, language: this.#setting.language, isLoose: false },
      lsp: { text, texts, setting: this.#setting },
    }
  }

  #findLoose(uri: string): { readonly context: DocumentContext; readonly lsp: LspContext } | null {
    const page = this.#workspace.looseAt(uri)
    if (page === null) return null
    const text = frozen(page.text)
    return {
      context: {
        programme: NO_PROGRAMME,
        document: page.document,
        day: this.#day('UTC'),
        language: this.#setting.language,
        isLoose: true,
        settings: page.settings,
      },
      lsp: { text, texts: () => text, setting: this.#setting },
    }
  }
}

const NO_PROGRAMME = buildProgramme({ sources: [], assets: [], findings: [] })

// A copy: typing during the computation must not shift offsets.
function frozen(text: TextDocument): TextDocument {
  return TextDocument.create(text.uri, text.languageId, text.version, text.getText())
}

/**
 * Handles a request that may be cancelled before it is computed. `take` reads the state at once and
 * returns the work, which runs after `ready`.
 */
export function patient<Params, Answer>(
  take: (params: Params) => () => Answer,
  ready?: () => Promise<void>,
) {
  return async (params: Params, token: CancellationToken): Promise<Answer> => {
    const work = take(params)
    // Two turns, since a cancellation sent together is the next message.
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
