import { type Document, placeOf } from '@cahier/core'
import { type Span, splitFrontMatter } from '@cahier/prose'
import { type DocumentContext, spanOf } from '../context.ts'
import { documentSymbols, spansOf } from './symbols.ts'

/** The spans that an editor may fold: the parts of a document that have several lines. */
export function folding(context: DocumentContext): readonly Span[] {
  const { document } = context
  const head = document.body === null ? null : splitFrontMatter(document.text).head
  const symbols = documentSymbols(context).flatMap((one) =>
    one.sort === 'file' ? one.children : [one],
  )
  const heads =
    head === null ? [] : [{ start: 0, end: Math.min(document.text.length, head.end + 3) }]
  const spans = [...heads, ...spansOf(symbols), ...blocksOf(document), ...fieldsOf(document)]
  return spans
    .map((span) => trimmed(document.text, span))
    .filter(({ start, end }) => document.text.slice(start, end).includes('\n'))
}

function blocksOf(document: Document): readonly Span[] {
  return (document.body?.tree.children ?? [])
    .filter(({ type }) => type !== 'heading')
    .map((node) => spanOf(placeOf(node)))
}

function fieldsOf(document: Document): readonly Span[] {
  return Object.values(document.places).flatMap(({ key, value }) =>
    key === null
      ? []
      : [{ start: key.start.offset, end: Math.max(key.end.offset, value.end.offset) }],
  )
}

// Leaves the blank lines after a section visible.
function trimmed(text: string, { start, end }: Span): Span {
  const blank = /\s*$/.exec(text.slice(start, end))?.[0].length ?? 0
  return { start, end: end - blank }
}
