import { matchesIn } from '../matches-in.ts'
import type { Splice } from '../span.ts'

/** One replacement made by a typographic rule; an empty range is an insertion. */
export interface Change extends Splice {
  /** The offset that identifies a pair of quotes: both changes are made, or none. */
  readonly pair?: number
}

export interface Correction extends Change {
  readonly name: TypographicName
}

export type TypographicName =
  | 'unicode'
  | 'spaces'
  | 'ellipsis'
  | 'apostrophe'
  | 'quotes'
  | 'ordinals'
  | 'ligatures'
  | 'accented-capitals'
  | 'abbreviations'
  | 'punctuation-space'
  | 'number-space'
  | 'symbol-space'
  | 'century'

type Replacement = string | ((match: RegExpExecArray) => string | null)

/** The changes that replace matches, in order and without overlap. `accepted` matches stay. */
export function replacementsIn(
  text: string,
  forms: readonly (readonly [RegExp, Replacement])[],
  accepted: readonly string[] = [],
): Change[] {
  const changes = forms.flatMap(([expression, replacement]) =>
    matchesIn(text, expression).flatMap((match) => {
      const { 0: old, index: start } = match
      const put = typeof replacement === 'string' ? replacement : replacement(match)
      const stays = put === null || put === old || accepted.includes(old)
      return stays ? [] : [{ start, end: start + old.length, text: put }]
    }),
  )
  let last = 0
  return changes.sort(inTextOrder).filter(({ start, end }) => {
    const isFree = start >= last
    if (isFree) last = end
    return isFree
  })
}

export function inTextOrder(one: Change, other: Change): number {
  return one.start - other.start
}
