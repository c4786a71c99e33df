import { oncePerObject } from '../once-per-object.ts'
import type { Hunk, HunkPart } from './hunk.ts'
import { nearHunks } from './near-hunks.ts'

/** The relations of two amendments, the weakest first. From `same-point` on, the two conflict. */
const RELATIONS = [
  'disjoint',
  'adjacent',
  'same-sentence',
  'identical',
  'same-point',
  'contained',
  'overlapping',
  'move-edit',
  'delete-edit',
] as const

export type Relation = (typeof RELATIONS)[number]

/** True when two amendments with this relation cannot both be applied. */
export function isConflict(relation: Relation): boolean {
  return RELATIONS.indexOf(relation) >= RELATIONS.indexOf('same-point')
}

/** The most hunks for which comparing all pairs is faster than sorting. */
const FEW = 8

/**
 * The strongest relation between the hunks (single edits) of two amendments to one text.
 * `identical` when all hunks are the same. A hunk that the two amendments share never conflicts.
 */
export function relationOf(one: readonly Hunk[], other: readonly Hunk[]): Relation {
  const names = new Set(one.map(editKey))
  const shared = new Set(other.map(editKey).filter((name) => names.has(name)))
  const isSame = [...one, ...other].every((hunk) => shared.has(editKey(hunk)))
  const rest = other.filter((hunk) => !shared.has(editKey(hunk)))
  const near = rest.length > FEW ? nearHunks(rest) : () => rest
  let found: Relation = shared.size === 0 ? 'disjoint' : isSame ? 'identical' : 'same-sentence'
  for (const hunk of one) {
    if (shared.has(editKey(hunk))) continue
    for (const twin of near(hunk)) found = stronger(found, relationOfHunks(hunk, twin))
  }
  return found
}

export function relationOfHunks(one: Hunk, other: Hunk): Relation {
  if (one.field !== other.field) return 'disjoint'
  if (isSameHunk(one, other)) return 'identical'
  const moves = [one.operation === 'move', other.operation === 'move'] as const
  let found: Relation = 'disjoint'
  one.parts.forEach((a, i) => {
    other.parts.forEach((b, j) => {
      const relation = relationOfParts(
        { ...a, leaves: moves[0] && i === 0 },
        { ...b, leaves: moves[1] && j === 0 },
      )
      found = stronger(found, relation === 'identical' ? 'overlapping' : relation)
    })
  })
  return found
}

/** True when two hunks make the same edit at the same place, typography aside. */
export function isSameHunk(one: Hunk, other: Hunk): boolean {
  return editKey(one) === editKey(other)
}

/** A string that is equal for two edits with the same place and the same inserted words. */
const editKey = oncePerObject((hunk: Hunk) =>
  [
    hunk.field,
    ...hunk.parts.map(({ words, between, inserted }) => `${words} ${between} ${inserted}`),
  ].join('\u0002'),
)

function stronger(one: Relation, other: Relation) {
  return RELATIONS.indexOf(one) >= RELATIONS.indexOf(other) ? one : other
}

/** A part of a hunk. `leaves` is true for the deletion of a move. */
type PlacedPart = HunkPart & { readonly leaves: boolean }

function relationOfParts(one: PlacedPart, other: PlacedPart): Relation {
  const [a, b] =
    one.words[0] < other.words[0] ||
    (one.words[0] === other.words[0] && one.words[1] <= other.words[1])
      ? [one, other]
      : [other, one]
  if (isTypography(a) || isTypography(b)) return bySentences(a, b)
  const relation = isPoint(a)
    ? isPoint(b)
      ? ofPoints(a, b)
      : ofPointAndRange(a, b)
    : isPoint(b)
      ? ofPointAndRange(b, a)
      : ofRanges(a, b)
  return collides(a, b) && ['disjoint', 'adjacent', 'same-sentence'].includes(relation)
    ? 'overlapping'
    : relation
}

/**
 * True for a part that changes only typography: its normalized words stay the same. Such a part
 * never conflicts with another change.
 */
export function isTypography({ deleted, inserted }: HunkPart): boolean {
  return deleted !== '' && deleted === inserted
}

function isPoint({ words: [from, to] }: HunkPart) {
  return from === to
}

function ofPoints(a: PlacedPart, b: PlacedPart): Relation {
  if (a.words[0] === b.words[0])
    return a.between === b.between
      ? a.inserted === b.inserted
        ? 'identical'
        : 'same-point'
      : 'adjacent'
  return touch(a, b) ? 'same-point' : bySentences(a, b)
}

function ofPointAndRange(point: PlacedPart, range: PlacedPart): Relation {
  const at = point.words[0]
  const [from, to] = range.words
  const inside = from < at && at < to
  // Text inserted after a deleted block would lose its place.
  const follows = point.between && at === to && range.whole && range.blocks[1] === point.blocks[0]
  if (inside || follows)
    return range.leaves ? 'move-edit' : range.inserted === '' ? 'delete-edit' : 'contained'
  if (at !== from && at !== to)
    return touch(...inOrder(point, range)) ? 'same-point' : bySentences(point, range)
  const apart = point.between || !range.blocks.includes(point.blocks[0])
  if (apart) return 'adjacent'
  return range.inserted !== '' && !Number.isInteger(point.sentences[0]) ? 'adjacent' : 'same-point'
}

function ofRanges(a: PlacedPart, b: PlacedPart): Relation {
  if (b.words[0] >= a.words[1]) return touch(a, b) ? 'overlapping' : bySentences(a, b)
  if (a.leaves || b.leaves) return 'move-edit'
  const aInB = b.words[0] <= a.words[0] && a.words[1] <= b.words[1]
  const bInA = a.words[0] <= b.words[0] && b.words[1] <= a.words[1]
  if (
    (a.inserted === '' && b.inserted !== '' && bInA) ||
    (b.inserted === '' && a.inserted !== '' && aInB)
  )
    return 'delete-edit'
  return aInB !== bInA ? 'contained' : 'overlapping'
}

/** True when two parts, in order, change one sentence with no unchanged word between them. */
function touch(a: PlacedPart, b: PlacedPart) {
  return (
    sentencesApart(a, b) === 0 &&
    a.spoken[1] === b.spoken[0] &&
    a.blocks.some((block) => b.blocks.includes(block))
  )
}

function bySentences(a: PlacedPart, b: PlacedPart) {
  const apart = sentencesApart(a, b)
  return apart === 0 ? 'same-sentence' : apart <= 1 ? 'adjacent' : 'disjoint'
}

function sentencesApart({ sentences: [a, b] }: PlacedPart, { sentences: [c, d] }: PlacedPart) {
  return Math.max(0, c - b, a - d)
}

function inOrder(one: PlacedPart, other: PlacedPart): readonly [PlacedPart, PlacedPart] {
  return one.words[0] <= other.words[0] ? [one, other] : [other, one]
}

// True when two parts overlap, except two deletions, which may share blanks.
function collides(
  { splice: a, deleted: aDeleted, inserted: aInserted }: PlacedPart,
  { splice: b, deleted: bDeleted, inserted: bInserted }: PlacedPart,
) {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
  const inside =
    a.start === a.end
      ? b.start < a.start && a.start < b.end
      : b.start === b.end
        ? a.start < b.start && b.start < a.end
        : start < end
  return inside && !(aDeleted !== '' && bDeleted !== '' && aInserted === '' && bInserted === '')
}
