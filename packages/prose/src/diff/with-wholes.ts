import { countWhile } from '../count-while.ts'
import type { Span } from '../span.ts'
import type { DiffPiece } from './diff-text.ts'
import type { Hunk } from './hunk.ts'
import { wholeSpans } from './whole-spans.ts'

/**
 * Widens each change that cuts through a link, an image, code or emphasis, in the old text or in
 * the new one, to all of it.
 */
export function withWholes(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const hunks = hunksIn(pieces)
  if (hunks.length === 0) return pieces
  const [old, young] = [
    pieces.map((piece) => piece.old).join(''),
    pieces.map((piece) => piece.new).join(''),
  ]
  const [inOld, inYoung] = [cutBy(wholeSpans(old)), cutBy(wholeSpans(young))]
  const out: Hunk[] = []
  for (let index = 0; index < hunks.length; index++) {
    let hunk = hunks[index] as Hunk
    for (;;) {
      const [o, y] = [inOld(hunk.oldStart, hunk.oldEnd), inYoung(hunk.newStart, hunk.newEnd)]
      const [back, on] = [Math.max(o.back, y.back), Math.max(o.on, y.on)]
      if (back === 0 && on === 0) break
      const near = back > 0 ? out.at(-1) : hunks[index + 1]
      const wider =
        back > 0
          ? { ...hunk, oldStart: hunk.oldStart - back, newStart: hunk.newStart - back }
          : { ...hunk, oldEnd: hunk.oldEnd + on, newEnd: hunk.newEnd + on }
      // Between two changes both texts are the same: one cannot widen over the other without taking
      // it in.
      const takesIn =
        near !== undefined && wider.oldStart <= near.oldEnd && near.oldStart <= wider.oldEnd
      hunk = takesIn ? union(hunk, near) : wider
      if (takesIn && back > 0) out.pop()
      else if (takesIn) index += 1
    }
    out.push(hunk)
  }
  return piecesOf(out, old, young)
}

function hunksIn(pieces: readonly DiffPiece[]): readonly Hunk[] {
  let [o, y] = [0, 0]
  return pieces.flatMap(({ same, old, new: young }): readonly Hunk[] => {
    const hunk = { oldStart: o, oldEnd: o + old.length, newStart: y, newEnd: y + young.length }
    o = hunk.oldEnd
    y = hunk.newEnd
    return same ? [] : [hunk]
  })
}

function union(one: Hunk, other: Hunk): Hunk {
  return {
    oldStart: Math.min(one.oldStart, other.oldStart),
    oldEnd: Math.max(one.oldEnd, other.oldEnd),
    newStart: Math.min(one.newStart, other.newStart),
    newEnd: Math.max(one.newEnd, other.newEnd),
  }
}

function piecesOf(hunks: readonly Hunk[], old: string, young: string): readonly DiffPiece[] {
  const pieces: DiffPiece[] = []
  let [o, y] = [0, 0]
  for (const { oldStart, oldEnd, newStart, newEnd } of hunks) {
    pieces.push({ same: true, old: old.slice(o, oldStart), new: young.slice(y, newStart) })
    pieces.push({
      same: false,
      old: old.slice(oldStart, oldEnd),
      new: young.slice(newStart, newEnd),
    })
    o = oldEnd
    y = newEnd
  }
  pieces.push({ same: true, old: old.slice(o), new: young.slice(y) })
  return pieces.filter((piece) => piece.old !== '' || piece.new !== '')
}

/** Tells how far a range must grow back and on so as to cut through none of some spans. */
function cutBy(
  spans: readonly Span[],
): (start: number, end: number) => { readonly back: number; readonly on: number } {
  return (start, end) => {
    let [from, to] = [start, end]
    for (
      let index = firstEndingAfter(spans, start);
      (spans[index]?.start ?? Infinity) < end || isInside(spans[index], start);
      index++
    ) {
      const span = spans[index] as Span
      if (span.start < start || span.end > end) {
        from = Math.min(from, span.start)
        to = Math.max(to, span.end)
      }
    }
    return { back: start - from, on: to - end }
  }
}

function isInside(span: Span | undefined, offset: number): boolean {
  return span !== undefined && span.start < offset && offset < span.end
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  return countWhile(spans, ({ end }) => end <= offset)
}
