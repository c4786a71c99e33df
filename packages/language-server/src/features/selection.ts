import { placeOf } from '@cahier/core'
import { type Span, splitFrontMatter } from '@cahier/prose'
import { type DocumentContext, isIn, spanOf } from '../context.ts'
import { nodesAt } from './definition.ts'
import { documentSymbols, spansOf } from './symbols.ts'

/** Growing selections around an offset, such as word, paragraph, section, whole text. */
export function selection(context: DocumentContext, offset: number): readonly Span[] {
  const { document } = context
  const { text } = document
  const whole = { start: 0, end: text.length }
  const nodes =
    document.body === null
      ? []
      : nodesAt(document.body.tree, offset).map((node) => spanOf(placeOf(node)))
  const fields = Object.values(document.places).flatMap(({ key, value }) =>
    key === null
      ? [spanOf(value)]
      : [spanOf(value), spanOf(key), { start: key.start.offset, end: value.end.offset }],
  )
  const head = document.body === null ? null : splitFrontMatter(text).head
  const heads = head === null ? [] : [head]
  const spans = [
    wordAt(text, offset),
    ...nodes,
    ...fields,
    ...heads,
    ...spansOf(documentSymbols(context)),
    whole,
  ]
  const holding = spans
    .filter((span) => isIn(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const growing: Span[] = []
  for (const span of holding) {
    const last = growing.at(-1)
    const isWider =
      last === undefined ||
      (span.start <= last.start &&
        span.end >= last.end &&
        span.end - span.start > last.end - last.start)
    if (isWider) growing.push(span)
  }
  return growing
}

function wordAt(text: string, offset: number): Span {
  const before =
    /[\p{L}\p{N}_-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0
  return { start: offset - before, end: offset + after }
}
