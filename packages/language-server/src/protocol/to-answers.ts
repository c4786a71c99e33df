import type { Span } from '@cahier/prose'
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type DocumentSymbol as NestedSymbol,
  type Range,
  type SelectionRange,
  SemanticTokensBuilder,
  SymbolKind,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Completion } from '../completion/completion.ts'
import type { DocumentContext, FileSpan, LspContext } from '../context.ts'
import type { DefinitionLink } from '../features/definition.ts'
import type { Hint } from '../features/hints.ts'
import type { HoverText } from '../features/hover.ts'
import type { Lens } from '../features/lenses.ts'
import type { DocumentSymbol, WorkspaceSymbol } from '../features/symbols.ts'
import type { Token, TokenSort } from '../features/tokens.ts'
import type { Named } from '../names/name-uses.ts'
import { describeById } from '../text/describe-by-id.ts'

export function toHover(hovered: HoverText | null, lsp: LspContext) {
  if (hovered === null) return null
  const contents = { kind: MarkupKind.Markdown, value: hovered.markdown }
  return { contents, range: rangeOf(hovered, lsp) }
}

export function toLocation(spot: FileSpan, { texts }: Pick<LspContext, 'texts'>) {
  const text = texts(spot.path)
  return { uri: text.uri, range: rangeAt(text, spot) }
}

/** A definition, with its origin if the client accepts one. */
export function toDefinition(defined: DefinitionLink | null, lsp: LspContext) {
  if (defined === null) return null
  const { uri, range } = toLocation(defined.to, lsp)
  if (!lsp.setting.supportsLinks) return { uri, range }
  const originSelectionRange = rangeOf(defined.from, lsp)
  return [{ targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange }]
}

export function toHighlight(spot: FileSpan, lsp: LspContext) {
  return { range: rangeOf(spot, lsp) }
}

export function toLink({ from, to }: DefinitionLink, lsp: LspContext) {
  const { uri, range } = toLocation(to, lsp)
  const { line } = range.start
  return { range: rangeOf(from, lsp), target: line === 0 ? uri : `${uri}#L${line + 1}` }
}

export function toCompletionItem(
  { start, end, label, sort, detail, documentation, named, text, found }: Completion,
  lsp: LspContext,
  rank: number,
): CompletionItem {
  return {
    label,
    kind: ITEM_KINDS[sort],
    detail,
    ...(documentation && {
      documentation: { kind: MarkupKind.Markdown, value: documentation },
    }),
    ...(named !== undefined && { data: { uri: lsp.text.uri, named } }),
    sortText: String(rank).padStart(5, '0'),
    filterText: found,
    insertTextFormat: InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: rangeOf({ start, end }, lsp), newText: text },
  }
}

/** A completion with the description of its name. */
export function toKnownItem(
  { programme, day, language }: DocumentContext,
  item: CompletionItem,
): CompletionItem {
  const value = describeById((item.data as { named: Named }).named, programme, day, language)
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } }
}

const ITEM_KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  section: CompletionItemKind.Module,
  skeleton: CompletionItemKind.Snippet,
}

export function toSymbol(symbol: DocumentSymbol, lsp: LspContext): NestedSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.sort],
    range: rangeOf(symbol, lsp),
    selectionRange: rangeOf(symbol.shown, lsp),
    children: symbol.children.map((child) => toSymbol(child, lsp)),
  }
}

export function toWorkspaceSymbol(symbol: WorkspaceSymbol, lsp: Omit<LspContext, 'text'>) {
  const { name, sort, container: containerName } = symbol
  return { name, kind: SYMBOL_KINDS[sort], containerName, location: toLocation(symbol, lsp) }
}

const SYMBOL_KINDS = {
  file: SymbolKind.File,
  section: SymbolKind.String,
  entry: SymbolKind.Key,
}

export function toFolding(span: Span, lsp: LspContext) {
  const { start, end } = rangeOf(span, lsp)
  return { startLine: start.line, endLine: end.line }
}

/** A chain of selections, from the smallest. The `parent` of each is the next wider one. */
export function toSelection(spans: readonly Span[], lsp: LspContext): SelectionRange {
  const [smallest = { start: 0, end: 0 }, ...wider] = spans
  return {
    range: rangeOf(smallest, lsp),
    ...(wider.length > 0 && { parent: toSelection(wider, lsp) }),
  }
}

export function toLens({ start, end, title }: Lens, lsp: LspContext) {
  return { range: rangeOf({ start, end }, lsp), command: { title, command: '' } }
}

export function toHint({ at, label, tooltip }: Hint, { text }: LspContext) {
  return {
    position: text.positionAt(at),
    label,
    paddingRight: true,
    ...(tooltip !== '' && { tooltip }),
  }
}

// Each token type is an index in `TOKEN_LEGEND`. The modifiers are bits.
const TOKEN_TYPES: Readonly<Record<TokenSort, readonly [type: number, modifiers: number]>> = {
  citation: [0, 0],
  sign: [1, 0],
  added: [2, 0],
  removed: [3, 1],
  commented: [3, 0],
  underlined: [4, 0],
}

// The protocol requires each token to be on one line.
export function toTokens(tokens: readonly Token[], { text }: LspContext) {
  const builder = new SemanticTokensBuilder()
  const whole = text.getText()
  for (const { start, end, sort } of tokens)
    for (const { 0: part, index } of whole.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const { line, character } = text.positionAt(start + index)
      builder.push(line, character, part.length, ...TOKEN_TYPES[sort])
    }
  return builder.build()
}

export function rangeAt(text: TextDocument, { start, end }: Span): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) }
}

export function spanAt(text: TextDocument, { start, end }: Range): Span {
  return { start: text.offsetAt(start), end: text.offsetAt(end) }
}

function rangeOf(span: Span, { text }: LspContext): Range {
  return rangeAt(text, span)
}

export function toRenamable(named: (Named & Span) | null, lsp: LspContext) {
  return named === null ? null : { range: rangeOf(named, lsp), placeholder: named.id }
}
