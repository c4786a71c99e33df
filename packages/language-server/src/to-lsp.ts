import {
  asSentence,
  type Catalogue,
  type Edit,
  type Finding,
  type Language,
  type Place,
  type Severity,
  sentenceOf,
  typeset,
} from '@cahier/core'
import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  PositionEncodingKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** How a client counts characters in a line. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32'

/** What the translation leans on: the client's ways, and the texts that places are in. */
export interface Setting {
  readonly encoding: Encoding
  readonly language: Language
  readonly catalogue: Catalogue
  /** The address of a rule's page; nothing when there is none to show. */
  readonly pageOfRule: (rule: string) => string | undefined
  readonly supportsVersions: boolean
}

/** Where the text of each path is to be found. */
export type Texts = (path: string) => TextDocument

/** The first encoding that the client asks for and we know; UTF-16 when it asks for none. */
export function encodingFor(wanted: readonly string[] | undefined): Encoding {
  const known = [PositionEncodingKind.UTF8, PositionEncodingKind.UTF16, PositionEncodingKind.UTF32]
  return (wanted?.find((one) => known.some((kind) => kind === one)) ?? PositionEncodingKind.UTF16) as Encoding
}

/** The offset, in UTF-16 units, that a client's position means. Past the end of a line is its end. */
export function offsetAt(text: TextDocument, { line, character }: Position, encoding: Encoding): number {
  const start = text.offsetAt({ line, character: 0 })
  if (encoding === 'utf-16') return text.offsetAt({ line, character })
  const end = text.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })
  let at = start
  for (let left = character; left > 0 && at < end; ) {
    const point = text.getText().codePointAt(at) as number
    left -= encoding === 'utf-32' ? 1 : bytesOf(point)
    at += point > 0xffff ? 2 : 1
  }
  return Math.min(at, end)
}

/** The client's position of an offset in UTF-16 units. */
export function positionAt(text: TextDocument, offset: number, encoding: Encoding): Position {
  const position = text.positionAt(offset)
  if (encoding === 'utf-16') return position
  const start = text.offsetAt({ line: position.line, character: 0 })
  let character = 0
  for (const letter of text.getText().slice(start, start + position.character)) {
    character += encoding === 'utf-32' ? 1 : bytesOf(letter.codePointAt(0) as number)
  }
  return { line: position.line, character }
}

export function rangeAt(text: TextDocument, start: number, end: number, encoding: Encoding): Range {
  return { start: positionAt(text, start, encoding), end: positionAt(text, end, encoding) }
}

/** The same range in UTF-16 units: what a text document understands. */
export function plainRange(text: TextDocument, { start, end }: Range, encoding: Encoding): Range {
  return { start: text.positionAt(offsetAt(text, start, encoding)), end: text.positionAt(offsetAt(text, end, encoding)) }
}

/** A finding as the editor shows it: its sentence, its rule and the page of that rule, the places that go with it. */
export function toDiagnostic(finding: Finding, texts: Texts, setting: Setting): Diagnostic {
  const range = ({ start, end }: Place, text: TextDocument) => rangeAt(text, start.offset, end.offset, setting.encoding)
  const href = setting.pageOfRule(finding.rule)
  return {
    range: range(finding.place, texts(finding.path)),
    severity: SEVERITIES[finding.severity],
    source: 'cahier',
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } satisfies CodeDescription }),
    message: typeset(asSentence(sentenceOf(finding, setting.catalogue, setting.language)), setting.language),
    ...(finding.related && {
      relatedInformation: finding.related.map(({ path, place }) => {
        const text = texts(path)
        return { location: { uri: text.uri, range: range(place, text) }, message: RELATED[setting.language] }
      }),
    }),
  }
}

export function toTextEdits(edits: readonly Edit[], text: TextDocument, encoding: Encoding): TextEdit[] {
  return edits.map(({ start, end, text: newText }) => ({ range: rangeAt(text, start, end, encoding), newText }))
}

/** Edits of several files as one change that the editor can undo. */
export function toWorkspaceEdit(edits: readonly Edit[], texts: Texts, { encoding, supportsVersions }: Setting): WorkspaceEdit {
  const paths = [...new Set(edits.map(({ path }) => path))]
  const changed = paths.map((path) => {
    const text = texts(path)
    return {
      text,
      edits: toTextEdits(
        edits.filter((edit) => edit.path === path),
        text,
        encoding,
      ),
    }
  })
  if (!supportsVersions) return { changes: Object.fromEntries(changed.map(({ text, edits: its }) => [text.uri, its])) }
  return {
    documentChanges: changed.map(({ text, edits: its }) => ({
      textDocument: { uri: text.uri, version: text.version || null },
      edits: its,
    })),
  }
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

const RELATED: Readonly<Record<Language, string>> = { fr: 'Voir aussi ici.', en: 'See also here.' }

function bytesOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
