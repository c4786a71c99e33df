import type { Span } from '@cahier/prose'
import {
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type DocumentHighlight,
  type FoldingRange,
  type DocumentLink as FollowableLink,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type LocationLink,
  MarkupKind,
  type DocumentSymbol as NestedSymbol,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver'
import type { Completion } from '../completion/completion.ts'
import type { Asked, Here, Spot } from '../context.ts'
import type { Defined } from '../features/definition.ts'
import type { DocumentLink } from '../features/document-links.ts'
import type { Hint } from '../features/hints.ts'
import type { Hovered } from '../features/hover.ts'
import type { Lens } from '../features/lenses.ts'
import type { Renamable } from '../features/rename.ts'
import type { DocumentSymbol, WorkspaceSymbol } from '../features/symbols.ts'
import type { Token, TokenSort } from '../features/tokens.ts'
import type { Named } from '../names/name-uses.ts'
import { about } from '../text/about.ts'
import { positionAt, rangeAt } from './positions.ts'

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

export function toRenamable(renamable: Renamable | null, here: Here) {
  return renamable === null
    ? null
    : { range: rangeOf(renamable, here), placeholder: renamable.name }
}
