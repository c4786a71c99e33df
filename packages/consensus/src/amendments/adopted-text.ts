import {
  type Amendment,
  type Document,
  fieldsOf,
  type Json,
  type Programme,
  withText,
} from '@cahier/core'
import { applyHunks, type Hunk } from '@cahier/prose'
import { type AmendableText, isHunkAdopted } from './amendable-text.ts'
import { fieldIn, withField } from './fields.ts'
import { hunksConflict, placeAmendment, type TextByDigest } from './place-amendment.ts'

/** The text of a proposal or an axis with hunks (changes) applied, fields included. */
export function adoptedText(document: Document, hunks: readonly Hunk[]): string {
  const text = applyHunks(
    document.text,
    hunks.filter(({ field }) => field === ''),
  )
  const fields = new Set(
    hunks.map(({ field }) => field.split('/')[0] as string).filter((field) => field !== ''),
  )
  return [...fields].sort().reduce(
    (done, field) => {
      const own = hunks.filter((hunk) => hunk.field.split('/')[0] === field)
      return withText(
        done,
        withField(done, field, valueWith(fieldIn(fieldsOf(document.head), field), field, own)),
      )
    },
    withText(document, text),
  ).text
}

function valueWith(
  value: Json | undefined,
  field: string,
  hunks: readonly Hunk[],
): string | readonly string[] | null {
  if (hunks.some((hunk) => hunk.field.includes('/'))) {
    const taken = new Set(hunks.map(({ old }) => old))
    const kept = (Array.isArray(value) ? value.map(String) : []).filter((item) => !taken.has(item))
    return [...kept, ...[...new Set(hunks.map((hunk) => hunk.new).filter(Boolean))].sort()]
  }
  if (field === 'proposals') return (hunks[0]?.new ?? '').split(', ').filter(Boolean)
  const text = applyHunks(
    typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    hunks,
  ).trim()
  return text === '' ? null : text
}

/** The text with these amendments adopted; null when they conflict or have no certain place. */
export function textAfterAdoption(
  programme: Programme,
  before: AmendableText,
  together: readonly Amendment[],
  textOf: TextByDigest,
): string | null {
  const taken: Hunk[] = []
  for (const amendment of together) {
    const placed = placeAmendment(programme, before, amendment, textOf)
    if ('misplaced' in placed) return null
    const own = placed.hunks.filter(({ rank }) => isHunkAdopted(amendment, rank))
    if (hunksConflict(own, taken)) return null
    taken.push(...own)
  }
  return adoptedText(before.document, taken)
}
