import { placeOf } from '@cahier/core'
import { type Span, splitFrontMatter } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { spanOf } from '../context.ts'
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
  const fields = Object.values(document.places).flatMap(({ key, value }) => {
    const start = key?.start.offset ?? value.start.offset
    return [value, ...(key === null ? [] : [key])]
      .map(spanOf)
      .concat({ start, end: value.end.offset })
  })
  const head = splitFrontMatter(text).head
  const heads = head === null || document.body === null ? [] : [head]
  const spans = [
    wordAt(text, offset),
    ...nodes,
    ...fields,
    ...heads,
    ...spansOf(documentSymbols(context)),
    whole,
  ]
  const holding = spans
    .filter(({ start, end }) => start <= offset && offset <= end)
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
