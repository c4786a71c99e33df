import { type Fields, fieldsOf, type Json } from '@cahier/core'
import {
  acceptAll,
  type Hunk,
  type HunkPart,
  type Placement,
  readCriticMarkup,
  readFieldHunks,
  refuseAll,
} from '@cahier/prose'
import { fieldIn } from './front-matter-fields.ts'

/** Fields whose list has no order: each changed item is a hunk (change) of its own. */
export const SET_FIELDS: readonly string[] = ['impacts', 'requires']

/** The front matter hunks of an amendment, placed in the current fields `now`. */
export function readHeadHunks(head: Json, now: Fields): Placement {
  const hunks: Hunk[] = []
  let ranked = 0
  for (const [field, marked] of markedFields(head)) {
    const placed = readOne(field, fieldIn(now, field), marked)
    if ('misplaced' in placed) return placed
    for (const hunk of placed.hunks) hunks.push({ ...hunk, rank: hunk.rank + ranked })
    ranked += sizeOf(field, marked)
  }
  return { hunks }
}

/** The number of front matter hunks of an amendment. Body hunks are numbered after them. */
export function countHeadHunks(head: Json): number {
  return markedFields(head).reduce((sum, [field, marked]) => sum + sizeOf(field, marked), 0)
}

/** The fields that an amendment changes, with their values before the change. */
export function headBefore(
  head: Json,
): readonly (readonly [field: string, value: string | readonly string[]])[] {
  return markedFields(head).map(([field, marked]) => [
    field,
    typeof marked === 'string'
      ? valueBefore(marked)
      : marked.map(valueBefore).filter((item) => item.trim() !== ''),
  ])
}

function sizeOf(field: string, marked: string | readonly string[]) {
  const before = typeof marked === 'string' ? valueBefore(marked) : marked.map(valueBefore)
  const placed = readOne(field, before, marked)
  return 'misplaced' in placed ? 0 : placed.hunks.length
}

function readOne(field: string, value: Json | undefined, marked: string | readonly string[]) {
  return typeof marked === 'string'
    ? readFieldHunks(field, textOf(value), marked)
    : listHunks(field, value, marked)
}

function valueBefore(marked: string) {
  return refuseAll(readCriticMarkup(marked).pieces)
}

/**
 * The fields that an amendment changes, and their values in CriticMarkup. Each entry of a map, such
 * as a request, is one field.
 */
export function markedFields(
  head: Json,
): readonly (readonly [field: string, marked: string | readonly string[]])[] {
  return Object.entries(fieldsOf(head)).flatMap(
    ([key, value]): (readonly [string, string | readonly string[]])[] => {
      if (Array.isArray(value)) return [[key, value.map(String)]]
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).map(
          ([inner, marked]) => [`${key}.${inner}`, String(marked)] as const,
        )
      return value === null ? [] : [[key, String(value)]]
    },
  )
}

function listHunks(field: string, now: Json | undefined, marked: readonly string[]): Placement {
  const items = marked.map((item) => readCriticMarkup(item))
  if (items.some(({ faults }) => faults.length > 0)) return { misplaced: 'faulty', quote: '' }
  const before = items.map(({ pieces }) => refuseAll(pieces).trim()).filter(Boolean)
  const after = items.map(({ pieces }) => acceptAll(pieces).trim()).filter(Boolean)
  const current = Array.isArray(now) ? now.map(String) : []
  if (SET_FIELDS.includes(field)) return setHunks(field, before, after, current)
  if (after.join(', ') === current.join(', ')) return { hunks: [] }
  if (before.join(', ') !== current.join(', '))
    return { misplaced: 'changed', quote: before.join(', ') }
  return { hunks: [listHunk(field, before.join(', '), after.join(', '))] }
}

function setHunks(
  field: string,
  before: readonly string[],
  after: readonly string[],
  current: readonly string[],
) {
  const deleted = before.filter((item) => !after.includes(item))
  const inserted = after.filter((item) => !before.includes(item))
  const wished = [
    ...deleted.map((item) => listHunk(`${field}/${item}`, item, '')),
    ...inserted.map((item) => listHunk(`${field}/${item}`, '', item)),
  ]
  const isLeft = ({ old, new: young }: Hunk) =>
    old === '' ? !current.includes(young) : current.includes(old)
  return { hunks: wished.map((hunk, index) => ({ ...hunk, rank: index + 1 })).filter(isLeft) }
}

// Replaces a whole item or ordered list. Two different hunks on one item or ordered list therefore
// conflict.
function listHunk(field: string, old: string, young: string): Hunk {
  const part: HunkPart = {
    splice: { start: 0, end: old.length, text: young },
    between: false,
    words: [0, old === '' ? 0 : 1],
    spoken: [0, old === '' ? 0 : 1],
    sentences: [0, 0],
    blocks: [1, 1],
    whole: true,
    deleted: old,
    inserted: young,
  }
  const operation = old === '' ? 'insertion' : young === '' ? 'deletion' : 'replacement'
  return {
    rank: 1,
    field,
    operation,
    block: 1,
    wordsInBlock: part.words,
    old,
    new: young,
    parts: [part],
  }
}

function textOf(value: Json | undefined) {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
