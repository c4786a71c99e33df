import { countWhile } from '@cahier/prose'

/** The one of some spans, sorted and apart, that holds an offset; nothing when none does. */
export function spanAt<Span extends { readonly from: number; readonly to: number }>(
  spans: readonly Span[],
  offset: number,
): Span | undefined {
  const found = spans[countWhile(spans, ({ to }) => to <= offset)]
  return found !== undefined && found.from <= offset ? found : undefined
}
