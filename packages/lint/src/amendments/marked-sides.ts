import type { Document, Edit } from '@cahier/core'
import {
  type CriticPiece,
  countWhile,
  type Passage,
  readCriticMarkup,
  type Span,
} from '@cahier/prose'
import { nodesOf } from '../document/documents.ts'
import type { Settings } from '../document/settings.ts'
import { innerStart, versionPassages } from './version-passages.ts'

/**
 * One reading of a text with CriticMarkup: new words, old words or comments. Places are those of
 * the file.
 */
export interface MarkedSide {
  readonly passages: readonly Passage[]
  /** True for words that stay when all marks are accepted; false for deleted words and comments. */
  readonly stays: boolean
  /** Whether the text from `start` to `end` overlaps words inside a mark of this reading. */
  readonly isOn: (start: number, end: number) => boolean
  /**
   * Whether an edit stays inside one mark. False for an insertion at the edge of a mark: it could
   * fall outside.
   */
  readonly keepsMarks: (edit: Edit) => boolean
}

/**
 * The readings of a text with CriticMarkup: with all marks accepted, with all refused, and the
 * comments alone. The list is empty without marks, and for an amendment.
 */
export function markedSides(document: Document, settings: Settings): readonly MarkedSide[] {
  const [first] = document.body?.tree.children ?? []
  if (first === undefined || document.kind === 'amendment' || !OPENER.test(document.text)) return []
  const offset = first.position?.start.offset ?? 0
  const pieces = criticPieces(document, offset)
  return READINGS.flatMap(({ kinds, side, stays }) => {
    const marks = pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map((mark) => {
        const words = document.text.slice(offset + mark.start + 3, offset + mark.end - 3)
        return mark.kind === 'comment' ? { ...mark, new: words } : mark
      })
    if (marks.length === 0) return []
    const spans = marks.map((mark) => {
      const start = offset + mark.start + innerStart(mark, side)
      return { start, end: start + mark[side].length }
    })
    const texts = kinds.includes('comment') ? marks.map((mark) => [mark]) : [pieces]
    const passages = texts.flatMap((text) =>
      versionPassages(document, settings, text, side, offset),
    )
    return [{ passages, stays, ...among(spans) }]
  })
}

const READINGS: readonly {
  readonly kinds: readonly CriticPiece['kind'][]
  readonly side: 'old' | 'new'
  readonly stays: boolean
}[] = [
  { kinds: ['insertion', 'substitution', 'highlight'], side: 'new', stays: true },
  { kinds: ['deletion', 'substitution'], side: 'old', stays: false },
  { kinds: ['comment'], side: 'new', stays: false },
]

const OPENER = /\{(?:\+\+|--|~~|==|>>)/

/**
 * The text from `offset` on, split at its CriticMarkup marks. Marks in code and template comments
 * (`{{-- … --}}`) count as text.
 */
export function criticPieces(document: Document, offset: number): readonly CriticPiece[] {
  const text = document.text.slice(offset)
  const code = nodesOf(document, 'code', 'inlineCode', 'html').map(({ position }) => ({
    start: (position?.start.offset ?? 0) - offset,
    end: (position?.end.offset ?? 0) - offset,
  }))
  const isInCode = (at: number) =>
    (code[countWhile(code, ({ end }) => end <= at)]?.start ?? at + 1) <= at
  return readCriticMarkup(text).pieces.map((piece) => {
    const { kind, start, end } = piece
    if (kind === 'same') return piece
    const words = text.slice(start, end)
    if (text[start - 1] === '{' || isInCode(start) || isInCode(end - 1))
      return { ...piece, kind: 'same', old: words, new: words }
    return piece
  })
}

function among(spans: readonly Span[]): Pick<MarkedSide, 'isOn' | 'keepsMarks'> {
  return {
    isOn: (start, end) =>
      (spans[countWhile(spans, (span) => span.end <= start)]?.start ?? end) < end,
    keepsMarks: ({ start, end }) => {
      const margin = start === end ? 1 : 0
      return (
        (spans[countWhile(spans, (span) => span.end < end + margin)]?.start ?? start + 1) <=
        start - margin
      )
    },
  }
}
