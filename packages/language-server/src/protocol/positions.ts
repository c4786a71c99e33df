import type { Span } from '@cahier/prose'
import { type Position, PositionEncodingKind, type Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** The unit in which a client counts characters; offsets are in UTF-16 units. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32'

/** The client's first encoding that we know; UTF-16 when it names none. */
export function encodingFor(wanted: readonly string[] | undefined): Encoding {
  const known = [PositionEncodingKind.UTF8, PositionEncodingKind.UTF16, PositionEncodingKind.UTF32]
  return (wanted?.find((one) => known.some((kind) => kind === one)) ??
    PositionEncodingKind.UTF16) as Encoding
}

/** The offset of a client's position, at most the end of the line. */
export function offsetAt(
  text: TextDocument,
  { line, character }: Position,
  encoding: Encoding,
): number {
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

/** The client's position for an offset. */
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

/** The same range in UTF-16 units, for a text document. */
export function plainRange(text: TextDocument, { start, end }: Range, encoding: Encoding): Range {
  return {
    start: text.positionAt(offsetAt(text, start, encoding)),
    end: text.positionAt(offsetAt(text, end, encoding)),
  }
}

export function spanAt(text: TextDocument, { start, end }: Range, encoding: Encoding): Span {
  return { start: offsetAt(text, start, encoding), end: offsetAt(text, end, encoding) }
}

function bytesOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
