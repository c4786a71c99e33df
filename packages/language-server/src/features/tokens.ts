import { type CriticPiece, readCriticMarkup, type Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { namesIn } from '../names/name-uses.ts'

/**
 * The kind of a token decides its colour. A `sign` is a delimiter of CriticMarkup, such as `{++`.
 */
export type TokenSort = 'citation' | 'sign' | 'added' | 'removed' | 'commented' | 'underlined'

export interface Token extends Span {
  readonly sort: TokenSort
}

/** The citations of a document and the CriticMarkup of an amendment, in order, without overlap. */
export function tokens({ programme, document }: DocumentContext): readonly Token[] {
  const citations = namesIn(document, programme)
    .filter(
      ({ kind, isLink, isDefinition }) =>
        kind === 'source' && !isLink && !isDefinition && document.body !== null,
    )
    .map(({ start, end }): Token => ({ start, end, sort: 'citation' }))
    .sort((a, b) => a.start - b.start)
  const marks =
    document.kind === 'amendment' ? readCriticMarkup(document.text).pieces.flatMap(marksOf) : []
  return [...citations, ...marks.flatMap((mark) => without(mark, citations))]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
}

function marksOf({ kind, old, start, end }: CriticPiece): readonly Token[] {
  if (kind === 'same') return []
  const inner = { start: start + 3, end: end - 3 }
  const signs: readonly Token[] = [
    { start, end: inner.start, sort: 'sign' },
    { start: inner.end, end, sort: 'sign' },
  ]
  if (kind !== 'substitution') return [...signs, { ...inner, sort: SORTS[kind] }]
  const arrow = Math.min(inner.start + old.length, inner.end)
  return [
    ...signs,
    { start: inner.start, end: arrow, sort: 'removed' },
    { start: arrow, end: Math.min(arrow + 2, inner.end), sort: 'sign' },
    { start: Math.min(arrow + 2, inner.end), end: inner.end, sort: 'added' },
  ]
}

const SORTS = {
  insertion: 'added',
  deletion: 'removed',
  comment: 'commented',
  highlight: 'underlined',
} as const

function without(mark: Token, holes: readonly Span[]): readonly Token[] {
  const rest: Token[] = []
  let from = mark.start
  for (const hole of holes) {
    if (hole.end <= from || hole.start >= mark.end) continue
    rest.push({ ...mark, start: from, end: Math.max(from, hole.start) })
    from = Math.max(from, hole.end)
  }
  return [...rest, { ...mark, start: Math.min(from, mark.end) }]
}
