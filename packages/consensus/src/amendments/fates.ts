import {
  type Amendment,
  type Document,
  type Finding,
  type MessageData,
  markedTextOf,
  type Programme,
  wholeDigest,
  withText,
} from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { findingOn } from '../finding-on.ts'
import { textAfterAdoption } from './adopted-text.ts'
import {
  type AmendableText,
  amendableText,
  amendmentsTo,
  isHunkAdopted,
  wasAdopted,
} from './amendable-text.ts'
import { AMENDMENT_RULE, type amendmentDecisionMessages } from './amendment-messages.ts'
import { derivesFrom } from './derives-from.ts'
import { headSize } from './field-hunks.ts'
import { placeAmendment, type TextByDigest, wouldLapse } from './place-amendment.ts'
import { quotationOf, quotedHunks } from './quotation.ts'
import { adoptionsTo, textsByDigest } from './texts-by-digest.ts'

/** Gives the texts of a proposal or an axis known outside the folder, in git for instance. */
export type HistoryOf = (amended: AmendableText) => TextByDigest

/**
 * Applies each recorded adoption again and compares the texts, when known. A lapsed amendment must
 * have a reason to lapse. `fates` is the number of amendments checked.
 */
export function recheckAmendments(
  programme: Programme,
  history: HistoryOf,
): { readonly findings: readonly Finding[]; readonly fates: number } {
  const findings: Finding[] = []
  let fates = 0
  for (const id of new Set(
    programme.amendments.filter(({ outcome }) => outcome !== '').map(({ amends }) => amends),
  )) {
    const amended = amendableText(programme, id)
    if (amended === null || !amended.document.sound) continue
    const own = amendmentsTo(programme, id).filter(({ document }) => document.sound)
    const textOf = textsByDigest(programme, amended, history(amended))
    const documentOf = documentsBy(textOf, amended.document)
    for (const amendment of own.filter(({ outcome }) => outcome === 'lapsed')) {
      const isForNothing = lapsedForNothing(programme, amended, amendment, {
        own,
        textOf,
        documentOf,
      })
      if (isForNothing === null) continue
      fates += 1
      if (isForNothing)
        findings.push(
          finding(amendment, '/outcome', 'lapsedForNothing', { path: amended.document.path }),
        )
    }
    const adopted = own.filter(wasAdopted)
    for (const to of new Set(adopted.flatMap((one) => one.adopted?.to ?? []))) {
      const document = documentOf(to)
      if (document === null) continue
      for (const [from, together] of adoptionsTo(to, adopted)) {
        const checked = recheckAdoption(
          programme,
          { ...amended, document, whole: to },
          { from, together },
          textOf,
        )
        if (checked === null) continue
        fates += together.length
        findings.push(...checked)
      }
    }
  }
  return { findings, fates }
}

function documentsBy(textOf: TextByDigest, now: AmendableText['document']): DocumentByDigest {
  const read = new Map<string, ReturnType<DocumentByDigest>>()
  return (digest) => {
    const known = read.get(digest)
    if (known !== undefined) return known
    const text = textOf(digest)
    const document = text === null ? null : withText(now, text)
    read.set(digest, document)
    return document
  }
}

/** The faults of an adoption on record. Null when the text before it is unknown. */
function recheckAdoption(
  programme: Programme,
  amended: AmendableText,
  { from, together }: { readonly from: string; readonly together: readonly Amendment[] },
  textOf: TextByDigest,
): readonly Finding[] | null {
  const { path } = amended.document
  const wrongLists = together.flatMap((amendment) => {
    // Sorted as files may not be: `a-2.md` comes before `a.md`.
    const computed = together.flatMap(({ id }) => (id === amendment.id ? [] : [id])).sort()
    const written = [...(amendment.adopted?.with ?? [])].sort()
    return written.join() === computed.join()
      ? []
      : [finding(amendment, '/adopted/with', 'withDiffers', { written, computed })]
  })
  if (wrongLists.length > 0) return wrongLists
  const text = textOf(from)
  const differs = () =>
    together.map((amendment) => finding(amendment, '/adopted', 'fateDiffers', { path }))
  if (text === null) {
    const comes = derivesFrom(programme, amended.document, together, from)
    if (comes !== null) return comes ? [] : differs()
    // Without the earlier text, the inserted words must at least be in the present one.
    const stands = together.every(
      (amendment) => amendment.base !== from && holdsInsertions(programme, amended, amendment),
    )
    return stands ? null : differs()
  }
  const before: AmendableText = {
    ...amended,
    document: withText(amended.document, text),
    whole: from,
  }
  const after = textAfterAdoption(programme, before, together, textOf)
  if (
    after === null ||
    wholeDigest(withText(amended.document, after), programme.assets) !== amended.whole
  )
    return differs()
  return together.flatMap((amendment) => partialFinding(programme, before, amendment, textOf))
}

function holdsInsertions(
  programme: Programme,
  { document }: AmendableText,
  amendment: Amendment,
): boolean {
  const words = foldProse(document.text)
  const quotation = quotationOf([{ marked: markedTextOf(amendment, programme), at: amendment.at }])
  const hunks = quotation === null ? null : quotedHunks(quotation, programme, [amendment])
  if (hunks === null || !hunks.every((hunk) => words.includes(foldProse(hunk.new)))) return false
  const inHead = Array.from({ length: headSize(amendment.head) }, (_, index) => index + 1)
  return hunks.length > 0 || inHead.some((rank) => isHunkAdopted(amendment, rank))
}

function partialFinding(
  programme: Programme,
  before: AmendableText,
  amendment: Amendment,
  textOf: TextByDigest,
): readonly Finding[] {
  const placed = placeAmendment(programme, before, amendment, textOf)
  if ('misplaced' in placed) return []
  const whole = placed.hunks.every(({ rank }) => isHunkAdopted(amendment, rank))
  const meant = whole ? 'adopted' : 'adopted-modified'
  if (amendment.outcome !== meant)
    return [finding(amendment, '/outcome', 'partial', { outcome: amendment.outcome, meant })]
  return whole || amendment.divisible
    ? []
    : [finding(amendment, '/adopted/hunks', 'notDivisible', { id: amendment.id })]
}

function finding(
  { document }: Amendment,
  pointer: string,
  message: keyof typeof amendmentDecisionMessages & string,
  data: MessageData,
): Finding {
  const fields = [pointer, '/adopted']
  return findingOn(document, fields, { rule: AMENDMENT_RULE, severity: 'error', message, data })
}

/** Gives the former document with a `whole` digest; null when unknown. */
type DocumentByDigest = (digest: string) => Document | null

/**
 * True when a lapsed amendment could be adopted in every known text since, with all that was
 * adopted there. Null when its own text is unknown.
 */
function lapsedForNothing(
  programme: Programme,
  amended: AmendableText,
  amendment: Amendment,
  known: {
    readonly own: readonly Amendment[]
    readonly textOf: TextByDigest
    readonly documentOf: DocumentByDigest
  },
): boolean | null {
  const hunksIn = (document: Document, whole: string, one: Amendment) => {
    const placed = placeAmendment(programme, { ...amended, document, whole }, one, known.textOf)
    return 'misplaced' in placed ? [] : placed.hunks
  }
  const base = known.documentOf(amendment.base)
  if (base === null) return null
  const all = hunksIn(base, amendment.base, amendment).length
  const standsIn = (document: Document, digest: string) => {
    const hunks = hunksIn(document, digest, amendment)
    const together = known.own.filter((one) => wasAdopted(one) && one.adopted?.from === digest)
    const taken = together.flatMap((one) =>
      hunksIn(document, digest, one).filter(({ rank }) => isHunkAdopted(one, rank)),
    )
    return hunks.length === all && !wouldLapse(amendment, hunks, taken)
  }
  return (
    all > 0 &&
    [amendment.base, ...digestsSince(amendment.base, amended, known.own)].every((digest) => {
      const document = known.documentOf(digest)
      return document === null || standsIn(document, digest)
    })
  )
}

/** The digests of adopted texts and of the present one, except those older than `base`. */
function digestsSince(
  base: string,
  amended: AmendableText,
  own: readonly Amendment[],
): readonly string[] {
  const steps = own.flatMap(({ adopted }) => (adopted === null ? [] : [adopted]))
  const [older, younger] = [new Set([base]), new Set([base])]
  for (const digest of older) for (const { from, to } of steps) if (to === digest) older.add(from)
  for (const digest of younger)
    for (const { from, to } of steps) if (from === digest) younger.add(to)
  const all = new Set([...steps.flatMap(({ from, to }) => [from, to]), amended.whole])
  return [...all].filter((digest) => digest !== base && (younger.has(digest) || !older.has(digest)))
}
