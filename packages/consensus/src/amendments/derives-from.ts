import {
  type Amendment,
  type Document,
  fieldsOf,
  type Programme,
  wholeDigest,
  withText,
} from '@cahier/core'
import {
  acceptAll,
  applyHunks,
  baseText,
  foldProse,
  type Hunk,
  readCriticMarkup,
} from '@cahier/prose'
import { isHunkAdopted } from './amendable-text.ts'
import { headBefore, headSize, markedFields } from './field-hunks.ts'
import { fieldIn, withField } from './fields.ts'
import { hunksUndoneByBase } from './quotation.ts'

/** Each hunk doubles the number of subsets to try. */
const MOST_HUNKS = 8

/**
 * True when undoing some adopted hunks (changes) gives a text with that digest; null when unknown.
 */
export function derivesFrom(
  programme: Programme,
  document: Document,
  adopted: readonly Amendment[],
  digest: string,
): boolean | null {
  const fields = fieldsBefore(document, adopted)
  if (fields === null) return null
  const undone = hunksUndoneByBase(programme, baseText(document.text), adopted)
  if (undone === null) return null
  const found = undone.filter((one) => one !== null)
  // A deleted block leaves no trace of its place.
  const isLost =
    found.length < undone.length ||
    found.flat().some(({ parts }) => parts.some(({ between }) => between))
  if (isLost || undone.length > MOST_HUNKS) return null
  const read = (text: string) => withText(document, text)
  // Subsets are tried, as the earlier text may already have had some changes.
  return subsetsOf(found).some((some) => {
    const body = read(applyHunks(document.text, some.flat()))
    const before = fields.reduce(
      (done, [field, value]) => read(withField(done, field, value)),
      body,
    )
    return wholeDigest(before, programme.assets) === digest
  })
}

/**
 * The former values of the fields changed. Null when a field has another value now, is a list, or
 * was adopted in part.
 */
function fieldsBefore(
  document: Document,
  adopted: readonly Amendment[],
): readonly (readonly [string, string | null])[] | null {
  const found: [string, string | null][] = []
  for (const amendment of adopted) {
    const before = new Map(headBefore(amendment.head))
    const size = headSize(amendment.head)
    if (
      Array.from({ length: size }, (_, index) => index + 1).some(
        (rank) => !isHunkAdopted(amendment, rank),
      )
    )
      return null
    for (const [field, marked] of markedFields(amendment.head)) {
      const [old, now] = [before.get(field), fieldIn(fieldsOf(document.head), field) ?? '']
      if (typeof marked !== 'string' || typeof old !== 'string' || typeof now === 'object')
        return null
      if (foldProse(acceptAll(readCriticMarkup(marked).pieces)) !== foldProse(String(now)))
        return null
      found.push([field, old === '' ? null : old])
    }
  }
  return found
}

function subsetsOf(items: readonly (readonly Hunk[])[]): readonly (readonly (readonly Hunk[])[])[] {
  return items.reduce<readonly (readonly (readonly Hunk[])[])[]>(
    (all, item) => all.flatMap((some) => [[...some, item], some]),
    [[]],
  )
}
