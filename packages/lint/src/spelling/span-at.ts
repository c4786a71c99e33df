/** The one of some spans, sorted and apart, that holds an offset; nothing when none does. */
export function spanAt<Span extends { readonly from: number; readonly to: number }>(
  spans: readonly Span[],
  offset: number,
): Span | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).to <= offset) low = middle + 1
    else high = middle
  }
  const found = spans[low]
  return found !== undefined && found.from <= offset ? found : undefined
}
