import { consensusMessages } from '@cahier/consensus'
import { lintLooseText, lintMessages } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver'
import type { ClientSetting, DocumentContext, LspContext } from '../context.ts'
import { diagnosticsOver } from '../diagnostics/diagnostics.ts'
import type { CachedFindings } from '../diagnostics/findings-cache.ts'
import { completion } from '../features/completion.ts'
import { definition, documentLinks, highlights, references } from '../features/definition.ts'
import { folding } from '../features/folding.ts'
import { format } from '../features/format.ts'
import { hints } from '../features/hints.ts'
import { hover } from '../features/hover.ts'
import { lenses } from '../features/lenses.ts'
import { planFileMoves, renamable, rename } from '../features/rename.ts'
import { selection } from '../features/selection.ts'
import { documentSymbols, workspaceSymbols } from '../features/symbols.ts'
import { tokens } from '../features/tokens.ts'
import { type Client, foldersOf } from '../protocol/client.ts'
import {
  spanAt,
  toCompletionItem,
  toDefinition,
  toFolding,
  toHighlight,
  toHint,
  toHover,
  toKnownItem,
  toLens,
  toLink,
  toLocation,
  toRenamable,
  toSelection,
  toSymbol,
  toTokens,
  toWorkspaceSymbol,
} from '../protocol/to-answers.ts'
import { toCodeActions, toFixAll, toRenameEdit, toTextEdits } from '../protocol/to-lsp.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'
import { diskRefreshOf, pendingMoves } from './disk-refresh.ts'
import { handleExtensionRequests } from './extension-requests.ts'
import { followEditor } from './follow-editor.ts'
import type { ServerEnvironment } from './options.ts'
import { cancellable, listOf, requestHandlers } from './request-handlers.ts'

/** Registers a handler for every request. By default, `parse` is the reference Markdown parser. */
export function answerAll(
  connection: Connection,
  client: Client,
  params: InitializeParams,
  options: ServerEnvironment,
  parse?: Parser,
  cache?: (root: string) => CachedFindings,
): void {
  const workspace = openWorkspace(parse)
  for (const uri of foldersOf(params)) workspace.addFolder(uri)
  const setting = settingFor(params, workspace, client, options)
  const diagnostics = diagnosticsOver(connection, workspace, setting, options.day, cache)
  const moving = pendingMoves()
  const disk = diskRefreshOf(workspace, diagnostics, moving)
  followEditor(connection, client, options, workspace, diagnostics, disk)
  const questions = requestHandlers(workspace, setting, options.day)

  connection.onHover(questions.at(hover, toHover))
  connection.onDefinition(questions.at(definition, toDefinition))
  connection.onReferences(
    questions.at(
      (context, offset, params) => references(context, offset, params.context.includeDeclaration),
      listOf(toLocation),
    ),
  )
  connection.onDocumentHighlight(questions.at(highlights, listOf(toHighlight)))
  connection.onCompletion(questions.at(completion, listOf(toCompletionItem)))
  connection.onDocumentLinks(questions.of(documentLinks, listOf(toLink)))
  connection.onDocumentSymbol(questions.of(documentSymbols, listOf(toSymbol)))
  connection.onWorkspaceSymbol(
    questions.everywhere((context, lsp, { query }) =>
      workspaceSymbols(context, query).map((symbol) => toWorkspaceSymbol(symbol, lsp)),
    ),
  )
  connection.onFoldingRanges(questions.of(folding, listOf(toFolding)))
  connection.onSelectionRanges(
    questions.over((context, lsp, { positions }) =>
      positions.map((position) =>
        toSelection(selection(context, lsp.text.offsetAt(position)), lsp),
      ),
    ),
  )
  connection.onCodeAction(
    questions.over((context, lsp, params) => {
      const file = workspace.fileAt(params.textDocument.uri)
      if (file === null)
        return toCodeActions(context, lintLooseText(context.document, context), params, lsp)
      // Findings on a newer text than that of the request are not used.
      const isCurrent = file.folder.programme === context.programme
      return toCodeActions(context, isCurrent ? diagnostics.findingsOn(file) : [], params, lsp)
    }),
  )
  connection.onCompletionResolve((item, token) =>
    later(item, token, (context) => toKnownItem(context, item)),
  )
  connection.onCodeActionResolve((action, token) =>
    later(action, token, (context, lsp) => toFixAll(context, action, lsp)),
  )
  connection.onDocumentFormatting(
    questions.of(format, (edits, { text }) => toTextEdits(edits, text)),
  )
  connection.onPrepareRename(questions.at(renamable, toRenamable))
  connection.onRenameRequest(
    questions.at(
      (context, offset, { newName }) => rename(context, offset, newName),
      (plan, lsp) => {
        const edit = toRenameEdit(plan, lsp)
        for (const change of edit.documentChanges ?? [])
          if ('kind' in change && change.kind === 'rename') moving.add(change.oldUri, change.newUri)
        return edit
      },
    ),
  )
  connection.workspace.onWillRenameFiles(({ files }) => {
    // The answer to a rename request already holds all edits for the moves in that answer.
    const renamed = files.filter(({ oldUri, newUri }) => !moving.take(oldUri, newUri))
    const folder = workspace.fileAt(renamed[0]?.oldUri ?? '')?.folder
    if (folder === undefined) return null
    const moves = renamed.flatMap(({ oldUri, newUri }) => {
      const [from, to] = [workspace.fileAt(oldUri), workspace.fileAt(newUri)]
      return from?.folder === folder && to?.folder === folder
        ? [{ from: from.path, to: to.path }]
        : []
    })
    const plan = planFileMoves(folder.programme, moves)
    return plan === null
      ? null
      : toRenameEdit(plan, { texts: (path) => workspace.pageOf(folder, path), setting })
  })
  connection.onCodeLens(questions.of(lenses, listOf(toLens)))
  connection.languages.inlayHint.on(
    questions.over((context, lsp, { range }) =>
      hints(context, spanAt(lsp.text, range)).map((hint) => toHint(hint, lsp)),
    ),
  )
  connection.languages.semanticTokens.on(questions.of(tokens, toTokens))
  connection.languages.diagnostics.on(
    cancellable(({ textDocument: { uri }, previousResultId }) => {
      const file = workspace.fileAt(uri)
      if (file !== null) return () => diagnostics.report(file, previousResultId)
      const page = workspace.looseAt(uri)
      return () =>
        page === null
          ? { kind: 'full' as const, items: [] }
          : diagnostics.reportLoose(page, previousResultId)
    }),
  )
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    diagnostics.reportAll(previousResultIds, () => token.isCancellationRequested),
  )

  handleExtensionRequests(connection, workspace, disk, setting, options)

  // Completes one item of an earlier answer.
  async function later<Item extends { data?: unknown }>(
    item: Item,
    token: CancellationToken,
    finish: (context: DocumentContext, lsp: LspContext) => Item,
  ) {
    const { uri } = (item.data ?? {}) as { readonly uri?: string }
    return uri === undefined
      ? item
      : ((await questions.over(finish)({ textDocument: { uri } }, token)) ?? item)
  }
}

// The client's language comes first. If the client names none, the host program chooses.
function settingFor(
  { locale }: InitializeParams,
  workspace: Workspace,
  client: Client,
  options: ServerEnvironment,
): ClientSetting {
  const ofProgramme = workspace.folders[0]?.programme.manifest.language ?? ''
  const ofClient = /^fr\b/i.test(locale ?? '') ? 'fr' : 'en'
  const language = locale === undefined ? options.language(ofProgramme) : ofClient
  return {
    ...client,
    language,
    catalogue: { ...lintMessages, ...consensusMessages },
    pageOfRule: (rule) => options.pageOfRule(rule, language),
  }
}
