import { consensusMessages } from '@cahier/consensus'
import type { Language } from '@cahier/core'
import { lintLooseText, lintMessages } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver'
import type { Asked, Here, Setting } from '../context.ts'
import { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { FindingsMemory } from '../diagnostics/findings-cache.ts'
import { completion } from '../features/completion.ts'
import { definition } from '../features/definition.ts'
import { documentLinks } from '../features/document-links.ts'
import { folding } from '../features/folding.ts'
import { format } from '../features/format.ts'
import { hints } from '../features/hints.ts'
import { hover } from '../features/hover.ts'
import { lenses } from '../features/lenses.ts'
import { movedFiles } from '../features/moved-files.ts'
import { highlights, references } from '../features/references.ts'
import { renamable, rename } from '../features/rename.ts'
import { selection } from '../features/selection.ts'
import { documentSymbols, workspaceSymbols } from '../features/symbols.ts'
import { tokens } from '../features/tokens.ts'
import { type Client, foldersOf } from '../protocol/client.ts'
import { offsetAt, spanAt } from '../protocol/positions.ts'
import {
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
import { toCodeActions, toMendAll, toRenameEdit, toTextEdits } from '../protocol/to-lsp.ts'
import { DiskLooks, MovesUnderWay } from '../workspace/disk-refresh.ts'
import { followEditor } from '../workspace/follow-editor.ts'
import { Desk } from '../workspace/workspace.ts'
import { answerExtension } from './answer-extension.ts'
import type { Surroundings } from './options.ts'
import { patient, Questions } from './questions.ts'

/**
 * Answers all that an editor asks after its first words, which are `params`; `parse` reads its
 * Markdown, the reference when none is given.
 */
export function answerAll(
  connection: Connection,
  client: Client,
  params: InitializeParams,
  outside: Surroundings,
  parse?: Parser,
  memory?: (root: string) => FindingsMemory,
): void {
  const desk = new Desk(parse)
  for (const uri of foldersOf(params)) desk.addFolder(uri)
  const setting = settingFor(params, desk, client, outside)
  const diagnostics = new Diagnostics(connection, desk, client, setting, outside.day, memory)
  const moving = new MovesUnderWay()
  const disk = new DiskLooks(desk, diagnostics, moving)
  followEditor(connection, client, outside, desk, diagnostics, disk)
  const questions = new Questions(desk, setting, outside.day)

  // One line for each feature.
  connection.onHover(questions.at((asked, offset, here) => toHover(hover(asked, offset), here)))
  connection.onDefinition(
    questions.at((asked, offset, here) => toDefinition(definition(asked, offset), here)),
  )
  connection.onReferences(
    questions.at((asked, offset, here, { context }) =>
      references(asked, offset, context.includeDeclaration).map((spot) => toLocation(spot, here)),
    ),
  )
  connection.onDocumentHighlight(
    questions.at((asked, offset, here) =>
      highlights(asked, offset).map((spot) => toHighlight(spot, here)),
    ),
  )
  connection.onCompletion(
    questions.at((asked, offset, here) =>
      completion(asked, offset).map((item, rank) => toCompletionItem(item, rank, here)),
    ),
  )
  connection.onDocumentLinks(
    questions.over((asked, here) => documentLinks(asked).map((link) => toLink(link, here))),
  )
  connection.onDocumentSymbol(
    questions.over((asked, here) => documentSymbols(asked).map((symbol) => toSymbol(symbol, here))),
  )
  connection.onWorkspaceSymbol(
    questions.everywhere((asked, here, { query }) =>
      workspaceSymbols(asked, query).map((symbol) => toWorkspaceSymbol(symbol, here)),
    ),
  )
  connection.onFoldingRanges(
    questions.over((asked, here) => folding(asked).map((span) => toFolding(span, here))),
  )
  connection.onSelectionRanges(
    questions.over((asked, here, { positions }) =>
      positions.map((position) =>
        toSelection(selection(asked, offsetAt(here.text, position, client.encoding)), here),
      ),
    ),
  )
  connection.onCodeAction(
    questions.over((asked, here, params) => {
      const sheet = desk.sheetAt(params.textDocument.uri)
      if (sheet === null)
        return toCodeActions(asked, lintLooseText(asked.document, asked), params, here)
      // What is found in a text that was typed meanwhile says nothing of the one that was asked
      // about.
      const isCurrent = sheet.folder.programme === asked.programme
      return toCodeActions(asked, isCurrent ? diagnostics.findingsOn(sheet) : [], params, here)
    }),
  )
  connection.onCompletionResolve((item, token) =>
    later(item, token, (asked) => toKnownItem(asked, item)),
  )
  connection.onCodeActionResolve((action, token) =>
    later(action, token, (asked, here) => toMendAll(asked, action, here)),
  )
  connection.onDocumentFormatting(
    questions.over((asked, here) => toTextEdits(format(asked), here.text, client.encoding)),
  )
  connection.onPrepareRename(
    questions.at((asked, offset, here) => toRenamable(renamable(asked, offset), here)),
  )
  connection.onRenameRequest(
    questions.at((asked, offset, here, { newName }) => {
      const edit = toRenameEdit(rename(asked, offset, newName), here)
      for (const change of edit.documentChanges ?? [])
        if ('kind' in change && change.kind === 'rename') moving.add(change.oldUri, change.newUri)
      return edit
    }),
  )
  connection.workspace.onWillRenameFiles(({ files }) => {
    // What a renaming of ours moves has been thought of already.
    const sheets = files
      .filter(({ oldUri, newUri }) => !moving.take(oldUri, newUri))
      .map(({ oldUri, newUri }) => ({ from: desk.sheetAt(oldUri), to: desk.sheetAt(newUri) }))
    const folder = sheets[0]?.from?.folder
    if (folder === undefined) return null
    const moves = sheets.flatMap(({ from, to }) =>
      from?.folder === folder && to?.folder === folder ? [{ from: from.path, to: to.path }] : [],
    )
    const plan = movedFiles(folder.programme, moves)
    return plan === null
      ? null
      : toRenameEdit(plan, { texts: (path) => desk.pageOf(folder, path), setting })
  })
  connection.onCodeLens(
    questions.over((asked, here) => lenses(asked).map((lens) => toLens(lens, here))),
  )
  connection.languages.inlayHint.on(
    questions.over((asked, here, { range }) =>
      hints(asked, spanAt(here.text, range, client.encoding)).map((hint) => toHint(hint, here)),
    ),
  )
  connection.languages.semanticTokens.on(
    questions.over((asked, here) => toTokens(tokens(asked), here)),
  )
  connection.languages.diagnostics.on(
    patient(({ textDocument: { uri }, previousResultId }) => {
      const sheet = desk.sheetAt(uri)
      if (sheet !== null) return () => diagnostics.report(sheet, previousResultId)
      const page = desk.looseAt(uri)
      return () =>
        page === null
          ? { kind: 'full' as const, items: [] }
          : diagnostics.reportLoose(page, previousResultId)
    }),
  )
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    diagnostics.reportAll(previousResultIds, () => token.isCancellationRequested),
  )

  answerExtension(connection, desk, disk, setting, outside)

  // What was left out of an answer, worked out for the one that is looked at.
  async function later<Item extends { data?: unknown }>(
    item: Item,
    token: CancellationToken,
    finish: (asked: Asked, here: Here) => Item,
  ) {
    const { uri } = (item.data ?? {}) as { readonly uri?: string }
    return uri === undefined
      ? item
      : ((await questions.over(finish)({ textDocument: { uri } }, token)) ?? item)
  }
}

/**
 * How to speak to this editor: in its language, else in the one that the command line would take.
 */
function settingFor(
  { locale }: InitializeParams,
  desk: Desk,
  client: Client,
  outside: Surroundings,
): Setting {
  const language =
    languageOf(locale) ?? outside.language(desk.folders[0]?.programme.manifest.language ?? '')
  return {
    encoding: client.encoding,
    language,
    catalogue: { ...lintMessages, ...consensusMessages },
    pageOfRule: (rule) => outside.pageOfRule(rule, language),
    supportsVersions: client.supportsVersions,
    movesFiles: client.movesFiles,
    resolvesEdits: client.resolvesEdits,
    supportsLinks: client.supportsLinks,
  }
}

function languageOf(locale: string | undefined): Language | undefined {
  if (locale === undefined) return undefined
  // Of other languages we speak none: English is the likelier of the two to be read.
  return /^fr\b/i.test(locale) ? 'fr' : 'en'
}
