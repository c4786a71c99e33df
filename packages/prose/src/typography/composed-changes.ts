import type { Change, Correction, TypographicName } from './change.ts'

/**
 * Combines two rounds of changes into one, in order and without overlap. `first` changes the text,
 * `second` its result. A combined change takes `name` and `pair` from a paired change of `first`,
 * else from the last change of `second`.
 */
export function composedChanges(
  text: string,
  first: readonly Correction[],
  second: readonly Correction[],
): readonly Correction[] {
  const composed: Correction[] = []
  /** How much longer the text before `first[next]` became. */
  let shift = 0
  let next = 0
  const keep = () => {
    composed.push(take())
  }
  const take = () => {
    const old = first[next++] as Correction
    shift += old.text.length - (old.end - old.start)
    return old
  }
  for (let at = 0; at < second.length; ) {
    const change = second[at] as Correction
    while (
      next < first.length &&
      endOf(first[next] as Correction, shift) <= change.start &&
      !touches(first[next], shift, change)
    )
      keep()
    const before = shift
    const news: Correction[] = []
    const olds: Correction[] = []
    let { start, end } = change
    for (let grew = true; grew; ) {
      grew = false
      if (at < second.length && (news.length === 0 || (second[at] as Correction).start < end)) {
        const taken = second[at++] as Correction
        news.push(taken)
        end = Math.max(end, taken.end)
        grew = true
      }
      if (touches(first[next], shift, { start, end })) {
        const old = first[next] as Correction
        start = Math.min(start, old.start + shift)
        end = Math.max(end, endOf(old, shift))
        olds.push(take())
        grew = true
      }
    }
    const made = joined(text, olds, news, { start, end, before })
    const from = start - before
    const to = end - shift
    if (made === text.slice(from, to)) continue
    const { name, pair } = olds.find((old) => old.pair !== undefined) ?? (news.at(-1) as Correction)
    const last = composed.at(-1)
    const isAtOnePoint = from === to && last?.start === from && last.end === to
    if (isAtOnePoint) composed.pop()
    composed.push(
      namedCorrection(
        { start: from, end: to, text: isAtOnePoint ? last.text + made : made, pair },
        name,
      ),
    )
  }
  while (next < first.length) keep()
  return composed
}

/** Adds a name to a change. The fields are always in one order, which is faster in V8. */
export function namedCorrection(
  { start, end, text, pair }: Omit<Change, 'pair'> & { readonly pair?: number | undefined },
  name: TypographicName,
): Correction {
  return pair === undefined ? { start, end, text, name } : { start, end, text, name, pair }
}

function endOf(old: Correction, shift: number) {
  return old.start + shift + old.text.length
}

function touches(
  old: Correction | undefined,
  shift: number,
  { start, end }: { readonly start: number; readonly end: number },
) {
  if (old === undefined) return false
  const from = old.start + shift
  const to = endOf(old, shift)
  if (from < end && start < to) return true
  return start === end && start >= from && start <= to && (old.start === old.end || from === to)
}

/**
 * The text of a range after both rounds. `start` and `end` are the offsets of the range after
 * `first`.
 */
function joined(
  text: string,
  olds: readonly Correction[],
  news: readonly Correction[],
  { start, end, before }: { readonly start: number; readonly end: number; readonly before: number },
) {
  let current = ''
  let from = start - before
  let shift = before
  for (const old of olds) {
    current += text.slice(from, old.start) + old.text
    from = old.end
    shift += old.text.length - (old.end - old.start)
  }
  current += text.slice(from, end - shift)
  let done = ''
  let at = start
  for (const change of news) {
    done += current.slice(at - start, change.start - start) + change.text
    at = change.end
  }
  return done + current.slice(at - start)
}
