import {
  asSentence,
  type Edit,
  type Finding,
  type Language,
  type Place,
  type Severity,
  typeset,
} from '@cahier/core'
import type { Span } from '@cahier/prose'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  type FoldingRange,
  type DocumentLink as FollowableLink,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  MarkupKind,
  type DocumentSymbol as NestedSymbol,
  type Range,
  ResponseError,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Asked, Spot } from './asked.ts'
import { FIX_ALL, MEND_ALL } from './capabilities.ts'
import {
  isOfPart,
  MENDS,
  type Mending,
  mendAll,
  mendings,
  PARTS,
  type Part,
} from './features/code-actions.ts'
import type { Completion } from './features/completion.ts'
import type { Defined } from './features/definition.ts'
import type { DocumentLink } from './features/document-links.ts'
import type { Hint } from './features/hints.ts'
import type { Hovered } from './features/hover.ts'
import type { Lens } from './features/lenses.ts'
import type { Renamable } from './features/rename.ts'
import type { DocumentSymbol, WorkspaceSymbol } from './features/symbols.ts'
import type { Token, TokenSort } from './features/tokens.ts'
import { othersInWords, shownFindings } from './findings/shown-findings.ts'
import type { Here, Setting, Texts } from './here.ts'
import { about } from './in-words/about.ts'
import { findingInWords } from './in-words/finding-in-words.ts'
import type { Named } from './names/name-uses.ts'
import { type Encoding, positionAt, rangeAt, spanAt } from './positions.ts'
import { MOVES_NOTHING, type Refusal, type Renaming } from './renaming/renaming.ts'

/** What is said of one file; of too many findings, the gravest, and how many more there are. */
export function toDiagnostics(
  findings: readonly Finding[],
  texts: Texts,
  setting: Setting,
): Diagnostic[] {
  const { shown, more } = shownFindings(findings)
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const message = typeset(othersInWords(more, setting.language), setting.language)
  const others: Diagnostic = {
    range,
    severity: DiagnosticSeverity.Information,
    source: 'cahier',
    message,
  }
  return [
    ...shown.map((finding) => toDiagnostic(finding, texts, setting)),
    ...(more > 0 ? [others] : []),
  ]
}

// A finding as the editor shows it: its sentence, its rule and the page of that rule, the places
// that go with it.
function toDiagnostic(finding: Finding, texts: Texts, setting: Setting): Diagnostic {
  const range = ({ start, end }: Place, text: TextDocument) =>
    rangeAt(text, start.offset, end.offset, setting.encoding)
  const href = setting.pageOfRule(finding.rule)
  return {
    range: range(finding.place, texts(finding.path)),
    severity: SEVERITIES[finding.severity],
    source: 'cahier',
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    message: findingInWords(finding, setting),
    ...(finding.related && {
      relatedInformation: finding.related.map(({ path, place }) => {
        const text = texts(path)
        return {
          location: { uri: text.uri, range: range(place, text) },
          message: RELATED[setting.language],
        }
      }),
    }),
  }
}

export function toTextEdits(
  edits: readonly Edit[],
  text: TextDocument,
  encoding: Encoding,
): TextEdit[] {
  return edits.map(({ start, end, text: newText }) => ({
    range: rangeAt(text, start, end, encoding),
    newText,
  }))
}

/** Edits of several files as one change that the editor can undo. */
function toWorkspaceEdit(
  edits: readonly Edit[],
  { texts, setting: { encoding, supportsVersions } }: Omit<Here, 'text'>,
): WorkspaceEdit {
  const paths = [...new Set(edits.map(({ path }) => path))]
  const changed = paths.map((path) => {
    const its = edits.filter((edit) => edit.path === path)
    return { text: texts(path), its }
  })
  if (!supportsVersions)
    return {
      changes: Object.fromEntries(
        changed.map(({ text, its }) => [text.uri, toTextEdits(its, text, encoding)]),
      ),
    }
  return {
    documentChanges: changed.map(({ text, its }) => ({
      textDocument: { uri: text.uri, version: text.version || null },
      edits: toTextEdits(its, text, encoding),
    })),
  }
}

/** A renaming as one change: texts first, under their old names, then the files. */
export function toRenameEdit(
  renaming: Renaming | Refusal,
  { texts, setting }: Omit<Here, 'text'>,
): WorkspaceEdit {
  const said =
    'refused' in renaming
      ? renaming
      : renaming.moves.length > 0 && !setting.movesFiles
        ? MOVES_NOTHING
        : renaming
  if ('refused' in said) {
    const sentence = typeset(asSentence(said.refused[setting.language]), setting.language)
    throw new ResponseError(LSPErrorCodes.RequestFailed, sentence)
  }
  const { edits, moves } = said
  const changed = toWorkspaceEdit(edits, {
    texts,
    setting: { ...setting, supportsVersions: setting.supportsVersions || moves.length > 0 },
  })
  if (moves.length === 0) return changed
  const moved = moves.map(({ from, to }) => ({
    kind: 'rename' as const,
    oldUri: texts(from).uri,
    newUri: texts(to).uri,
  }))
  return { documentChanges: [...(changed.documentChanges ?? []), ...moved] }
}

export function toRenamable(renamable: Renamable | null, here: Here) {
  return renamable === null
    ? null
    : { range: rangeOf(renamable, here), placeholder: renamable.name }
}

/**
 * What can be done about the findings that a range touches, of the kinds that the editor asks for.
 */
export function toCodeActions(
  asked: Asked,
  findings: readonly Finding[],
  { range, context: { only } }: CodeActionParams,
  here: Here,
): CodeAction[] {
  const wants = (kind: string) =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const single = wants(CodeActionKind.QuickFix)
    ? mendings(asked, findings, spanAt(here.text, range, here.setting.encoding)).map((one) =>
        toQuickFix(one, here),
      )
    : []
  const whole = (kind: string, part: Part): CodeAction[] => {
    if (
      !wants(kind) ||
      !findings.some(
        (one) => one.edits !== undefined && one.edits.length > 0 && isOfPart(part, one),
      )
    )
      return []
    // Working it out takes a while: it can wait until it is chosen.
    const title = PARTS[part][here.setting.language]
    if (only === undefined && here.setting.resolvesEdits)
      return [{ title, kind, data: { uri: here.text.uri } }]
    const edits = mendAll(asked, part)
    return edits.length === 0 ? [] : [{ title, kind, edit: toWorkspaceEdit(edits, here) }]
  }
  return [
    ...single,
    ...whole(MEND_ALL, 'everything'),
    // An editor that saves asks for it by name.
    ...(only === undefined ? [] : whole(FIX_ALL, 'typography')),
  ]
}

/** The action that mends all, worked out at last. */
export function toMendAll(asked: Asked, action: CodeAction, here: Here): CodeAction {
  return { ...action, edit: toWorkspaceEdit(mendAll(asked, 'everything'), here) }
}

function toQuickFix({ title, finding, edits, isSure }: Mending, here: Here): CodeAction {
  const found = toDiagnostic(finding, here.texts, here.setting)
  const said = title || `${MENDS[here.setting.language]} ${found.message}`
  return {
    title: said,
    kind: CodeActionKind.QuickFix,
    diagnostics: [found],
    isPreferred: isSure,
    edit: toWorkspaceEdit(edits, here),
  }
}

export function toHover(hovered: Hovered | null, here: Here): Hover | null {
  return hovered === null
    ? null
    : {
        contents: { kind: MarkupKind.Markdown, value: hovered.markdown },
        range: rangeOf(hovered, here),
      }
}

export function toLocation(spot: Spot, { texts, setting }: Here): Location {
  const text = texts(spot.path)
  return { uri: text.uri, range: rangeAt(text, spot.start, spot.end, setting.encoding) }
}

/** A definition: a link, which shows from what it leads, where the client knows links. */
export function toDefinition(
  defined: Defined | null,
  here: Here,
): LocationLink[] | Location | null {
  if (defined === null) return null
  const { uri, range } = toLocation(defined.to, here)
  if (!here.setting.supportsLinks) return { uri, range }
  return [
    {
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
      originSelectionRange: rangeOf(defined.from, here),
    },
  ]
}

export function toHighlight(spot: Spot, here: Here): DocumentHighlight {
  return { range: rangeOf(spot, here) }
}

export function toLink({ start, end, path, at }: DocumentLink, here: Here): FollowableLink {
  const text = here.texts(path)
  const { line } = text.positionAt(at)
  return {
    range: rangeOf({ start, end }, here),
    target: line === 0 ? text.uri : `${text.uri}#L${line + 1}`,
  }
}

export function toCompletionItem(
  { start, end, label, sort, detail, documentation, named, text, found }: Completion,
  rank: number,
  here: Here,
): CompletionItem {
  return {
    label,
    kind: ITEM_KINDS[sort],
    detail,
    ...(documentation !== '' && {
      documentation: { kind: MarkupKind.Markdown, value: documentation },
    }),
    ...(named !== undefined && { data: { uri: here.text.uri, named } }),
    sortText: String(rank).padStart(5, '0'),
    filterText: found,
    insertTextFormat: InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: rangeOf({ start, end }, here), newText: text },
  }
}

/** A proposed name, with what there is to know of what it names. */
export function toKnownItem(
  { programme, day, language }: Asked,
  item: CompletionItem,
): CompletionItem {
  const value = about((item.data as { named: Named }).named, programme, day, language)
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } }
}

const ITEM_KINDS: Readonly<Record<Completion['sort'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  section: CompletionItemKind.Module,
  skeleton: CompletionItemKind.Snippet,
}

export function toSymbol(symbol: DocumentSymbol, here: Here): NestedSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.sort],
    range: rangeOf(symbol, here),
    selectionRange: rangeOf(symbol.shown, here),
    children: symbol.children.map((child) => toSymbol(child, here)),
  }
}

export function toWorkspaceSymbol(
  symbol: WorkspaceSymbol,
  here: Omit<Here, 'text'>,
): SymbolInformation {
  const text = here.texts(symbol.path)
  const range = rangeAt(text, symbol.start, symbol.end, here.setting.encoding)
  return {
    name: symbol.name,
    kind: SYMBOL_KINDS[symbol.sort],
    containerName: symbol.container,
    location: { uri: text.uri, range },
  }
}

const SYMBOL_KINDS: Readonly<Record<DocumentSymbol['sort'], SymbolKind>> = {
  file: SymbolKind.File,
  section: SymbolKind.String,
  entry: SymbolKind.Key,
}

export function toFolding(span: Span, here: Here): FoldingRange {
  const { start, end } = rangeOf(span, here)
  return { startLine: start.line, endLine: end.line }
}

/** Selections from the smallest, each inside the next. */
export function toSelection(spans: readonly Span[], here: Here): SelectionRange {
  const [smallest = { start: 0, end: 0 }, ...wider] = spans
  return {
    range: rangeOf(smallest, here),
    ...(wider.length > 0 && { parent: toSelection(wider, here) }),
  }
}

export function toLens({ start, end, title }: Lens, here: Here): CodeLens {
  return { range: rangeOf({ start, end }, here), command: { title, command: '' } }
}

export function toHint({ at, label, tooltip }: Hint, { text, setting }: Here): InlayHint {
  return {
    position: positionAt(text, at, setting.encoding),
    label,
    paddingRight: true,
    ...(tooltip !== '' && { tooltip }),
  }
}

/** By rank in `TOKEN_LEGEND`. */
const TOKEN_TYPES: Readonly<Record<TokenSort, readonly [type: number, modifiers: number]>> = {
  citation: [0, 0],
  sign: [1, 0],
  added: [2, 0],
  removed: [3, 1],
  said: [3, 0],
  underlined: [4, 0],
}

// The protocol wants each token on one line.
export function toTokens(tokens: readonly Token[], { text, setting }: Here): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  for (const { start, end, sort } of tokens) {
    for (const match of text
      .getText()
      .slice(start, end)
      .matchAll(/[^\r\n]+/g)) {
      const from = positionAt(text, start + match.index, setting.encoding)
      const to = positionAt(text, start + match.index + match[0].length, setting.encoding)
      builder.push(from.line, from.character, to.character - from.character, ...TOKEN_TYPES[sort])
    }
  }
  return builder.build()
}

function rangeOf({ start, end }: Span, { text, setting }: Here): Range {
  return rangeAt(text, start, end, setting.encoding)
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

const RELATED: Readonly<Record<Language, string>> = { fr: 'Voir aussi ici.', en: 'See also here.' }
