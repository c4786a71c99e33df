import type { Splice } from '../span.ts'
import type { BaseBlock, BaseText } from './base-text.ts'
import type { MarkedText } from './criticmarkup.ts'
import type { Misplaced } from './hunk.ts'
import { type QuotedStretch, quotedStretches } from './quoted-stretches.ts'

/**
 * Turns the CriticMarkup of an amendment into replacements in the base (the text to amend), in
 * order. `at` has the numbers of the quoted blocks, if known.
 */
export function placedSplices(
  base: BaseText,
  marked: MarkedText,
  at: readonly number[] | null,
): { readonly splices: readonly Splice[] } | Misplaced {
  const found = quotedStretches(base, marked.refused, at)
  if ('misplaced' in found) return found
  const { stretches } = found
  const splices: Splice[] = []
  // The blank lines before the next insertion are counted from here.
  let lastChangeEnd = 0
  for (const change of marked.changes) {
    const [from, to] = [
      stretchHolding(stretches, change.start),
      stretchHolding(stretches, change.end),
    ]
    if (from !== null && from === to) {
      const shift = from.inBase - from.start
      const put =
        change.start === from.end && opensBlock(change.text)
          ? closing(base, change.end + shift, change.text.trimStart())
          : ''
      splices.push({
        start: change.start + shift,
        end: change.end + shift,
        text: change.text + put,
      })
    } else if (change.start === change.end) {
      if (change.text.trim() === '') continue
      const placed = between(
        base,
        marked,
        stretches,
        change,
        splices.length === 0 ? 0 : lastChangeEnd,
      )
      if ('misplaced' in placed) return placed
      splices.push(placed)
    } else if (
      marked.refused.slice(change.start, change.end).trim() === '' &&
      from === null &&
      to === null
    )
      continue
    else {
      const placed = across(base, stretches, change)
      if ('misplaced' in placed) return placed
      splices.push(placed)
    }
    lastChangeEnd = change.end
  }
  return { splices: splices.filter(({ start, end, text }) => base.text.slice(start, end) !== text) }
}

function stretchHolding(stretches: readonly QuotedStretch[], offset: number) {
  return stretches.find(({ start, end }) => start <= offset && offset <= end) ?? null
}

/**
 * Places a block inserted between stretches (quoted blocks in a row). It comes after the stretch
 * before it, else before the next stretch. A base without blocks gets it at the end.
 */
function between(
  base: BaseText,
  { refused }: MarkedText,
  stretches: readonly QuotedStretch[],
  { start, text }: Splice,
  lastChangeEnd: number,
): Splice | Misplaced {
  const before = stretches.findLast((one) => one.end <= start)
  const after = stretches.find((one) => one.start >= start)
  const content = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  if (before !== undefined) {
    const gap =
      refused.slice(Math.max(before.end, lastChangeEnd), start) +
      text.slice(0, text.length - text.trimStart().length)
    const parting = gap.split('\n').length > 2 ? '\n\n' : '\n'
    const indent = /[ \t]*$/.exec(gap)?.[0] ?? ''
    const at = lineEndOf(base, before.inBase + before.end - before.start)
    return {
      start: at,
      end: at,
      text: `${parting}${content.startsWith(indent) ? '' : indent}${content}${closing(base, at, content)}`,
    }
  }
  if (after !== undefined) {
    const gap = text.slice(text.trimEnd().length) + refused.slice(start, after.start)
    return {
      start: after.inBase,
      end: after.inBase,
      text: `${content}${gap.split('\n').length > 2 ? '\n\n' : '\n'}`,
    }
  }
  if (base.blocks.length > 0) return { misplaced: 'nowhere', quote: content }
  const end = base.text.length
  const open = base.text.endsWith('\n') ? '\n' : '\n\n'
  return {
    start: end,
    end,
    text: `${lastChangeEnd > 0 ? '\n\n' : open}${content}${lastChangeEnd > 0 ? '' : '\n'}`,
  }
}

function opensBlock(text: string) {
  return /^[ \t]*\n/.test(text) && text.trim() !== ''
}

// Returns a line end when no blank line parts `at` from the next block. Blocks with markers (list,
// quote, table, heading, note) need no blank line between them.
function closing(base: BaseText, at: number, content: string) {
  const next = base.blocks.find(({ lineStart }) => lineStart > at)
  if (next === undefined || /\n[ \t]*\n/.test(base.text.slice(at, next.start))) return ''
  const opens = /^[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|>|\||#{1,6}[ \t]|\[\^)/
  return opens.test(content) && opens.test(base.text.slice(next.lineStart)) ? '' : '\n'
}

/**
 * Places a change that does not lie within one stretch: a join of blocks, or a deleted list item
 * with its marker.
 */
function across(
  base: BaseText,
  stretches: readonly QuotedStretch[],
  { start, end, text }: Splice,
): Splice | Misplaced {
  const from = stretchHolding(stretches, start) ?? stretches.find((one) => one.start >= start)
  const to = stretchHolding(stretches, end) ?? stretches.findLast((one) => one.end <= end)
  if (from === undefined || to === undefined) return { misplaced: 'nowhere', quote: '' }
  const held = stretches.slice(stretches.indexOf(from), stretches.indexOf(to) + 1)
  const quoted = held.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (quoted === 0 || to.last - from.first + 1 !== quoted)
    return { misplaced: 'crosses', quote: '' }
  const [startsInside, endsInside] = [start >= from.start, end <= to.end]
  const put = (startsInside ? text : text.trimStart()).replace(endsInside ? /(?!)/ : /\s+$/, '')
  return {
    start: startsInside
      ? from.inBase + start - from.start
      : (base.blocks[from.first - 1] as BaseBlock).lineStart,
    end: endsInside ? to.inBase + end - to.start : lineEndOf(base, to.inBase + to.end - to.start),
    text: put,
  }
}

function lineEndOf({ text }: BaseText, offset: number) {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
