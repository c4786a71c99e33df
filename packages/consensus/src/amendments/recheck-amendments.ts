import { type Amendment, type Finding, type Programme, wholeDigest, withText } from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { findingMaker } from '../finding-maker.ts'
import { AMENDMENT_RULE, type amendmentDecisionMessages } from './amendment-messages.ts'
import {
  type AmendableText,
  amendableText,
  amendmentsTo,
  hunksAt,
  isHunkAdopted,
  type TextByDigest,
  textAfterAdoption,
  versionAt,
  wasAdopted,
  wouldLapse,
} from './place-amendment.ts'
import { quotationOf } from './quotation.ts'
import { adoptionsTo, textsByDigest } from './texts-by-digest.ts'

/** Finds former texts of a proposal or an axis outside the folder, for instance in git. */
export type HistoryOf = (amended: AmendableText) => TextByDigest

/**
 * Checks the recorded fate (outcome) of amendments: an adoption must give the recorded text, and a
 * lapse must have a cause.
 */
export function recheckAmendments(
  programme: Programme,
  history: HistoryOf,
): { readonly findings: readonly Finding[]; readonly fates: number } {
  const decided = programme.amendments.filter(({ outcome }) => outcome !== '')
  const checks = [...new Set(decided.map(({ amends }) => amends))].flatMap((id) => {
    const amended = amendableText(programme, id)
    if (amended === null || !amended.document.sound) return []
    const own = amendmentsTo(programme, id).filter(({ document }) => document.sound)
    const textOf = textsByDigest(programme, amended, history(amended))
    const adopted = own.filter(wasAdopted)
    const lapses = own
      .filter(({ outcome }) => outcome === 'lapsed')
      .map((amendment) => recheckLapse(programme, amended, amendment, { adopted, textOf }))
    const adoptions = [...new Set(adopted.flatMap((one) => one.adopted?.to ?? []))].flatMap(
      (to) => {
        const after = versionAt(amended, to, textOf)
        return after === null
          ? []
          : [...adoptionsTo(to, adopted)].map(([from, together]) =>
              recheckAdoption(programme, after, { from, together }, textOf),
            )
      },
    )
    return [...lapses, ...adoptions]
  })
  return {
    findings: checks.flatMap(({ findings }) => findings),
    fates: checks.reduce((sum, { fates }) => sum + fates, 0),
  }
}

interface FateCheck {
  readonly findings: readonly Finding[]
  /** The number of amendments that could be checked. */
  readonly fates: number
}

const UNCHECKED: FateCheck = { findings: [], fates: 0 }

/** Checks that a recorded adoption turns the text before it into the text after it. */
function recheckAdoption(
  programme: Programme,
  after: AmendableText,
  { from, together }: { readonly from: string; readonly together: readonly Amendment[] },
  textOf: TextByDigest,
): FateCheck {
  const { path } = after.document
  const checked = (findings: readonly Finding[]) => ({ findings, fates: together.length })
  const wrongLists = together.flatMap((amendment) => {
    // Ids sort unlike file names: `a` comes before `a-2`, but `a-2.md` before `a.md`.
    const computed = together.flatMap(({ id }) => (id === amendment.id ? [] : [id])).sort()
    const written = [...(amendment.adopted?.with ?? [])].sort()
    return written.join() === computed.join()
      ? []
      : [
          finding(amendment.document, ['/adopted/with', '/adopted'], 'withDiffers', {
            written,
            computed,
          }),
        ]
  })
  if (wrongLists.length > 0) return checked(wrongLists)
  const before = versionAt(after, from, textOf)
  // A lost former text is no error when an amendment was written for another version. The new text
  // must then have the inserted words.
  const isUnknown =
    before === null &&
    together.some(({ base }) => base !== from) &&
    together.every((amendment) => holdsInsertions(programme, after, amendment))
  if (isUnknown) return UNCHECKED
  const text = before && textAfterAdoption(programme, before, together, textOf)
  if (
    before === null ||
    text === null ||
    wholeDigest(withText(after.document, text), programme.assets) !== after.whole
  )
    return checked(
      together.map((amendment) => finding(amendment.document, '/adopted', 'fateDiffers', { path })),
    )
  return checked(
    together.flatMap((amendment) => partialFinding(programme, before, amendment, textOf)),
  )
}

function holdsInsertions(programme: Programme, { document }: AmendableText, amendment: Amendment) {
  const words = foldProse(document.text)
  const quotation = quotationOf(programme, [amendment])
  return quotation?.hunks.every((hunk) => words.includes(foldProse(hunk.new))) === true
}

function partialFinding(
  programme: Programme,
  before: AmendableText,
  amendment: Amendment,
  textOf: TextByDigest,
): readonly Finding[] {
  const { id, document, outcome, divisible } = amendment
  const whole = hunksAt(programme, before, before.whole, amendment, textOf).every(({ rank }) =>
    isHunkAdopted(amendment, rank),
  )
  const meant = whole ? 'adopted' : 'adopted-modified'
  if (outcome !== meant) return [finding(document, '/outcome', 'partial', { outcome, meant })]
  return whole || divisible
    ? []
    : [finding(document, ['/adopted/hunks', '/adopted'], 'notDivisible', { id })]
}

const finding = findingMaker<keyof typeof amendmentDecisionMessages>(AMENDMENT_RULE)

/** Checks a lapse: wrong if the amendment could be adopted in every known text since its date. */
function recheckLapse(
  programme: Programme,
  amended: AmendableText,
  amendment: Amendment,
  { adopted, textOf }: { readonly adopted: readonly Amendment[]; readonly textOf: TextByDigest },
): FateCheck {
  if (textOf(amendment.base) === null) return UNCHECKED
  const hunksIn = (digest: string, one: Amendment) =>
    hunksAt(programme, amended, digest, one, textOf)
  const all = hunksIn(amendment.base, amendment).length
  const since = adopted.flatMap(({ adopted: one }) =>
    one !== null && one.date >= amendment.date ? [one.from, one.to] : [],
  )
  const isAdoptable = [amendment.base, amended.whole, ...since].every((digest) => {
    const hunks = hunksIn(digest, amendment)
    const taken = adopted
      .filter((one) => one.adopted?.from === digest)
      .flatMap((one) => hunksIn(digest, one).filter(({ rank }) => isHunkAdopted(one, rank)))
    return textOf(digest) === null || (hunks.length === all && !wouldLapse(amendment, hunks, taken))
  })
  const data = { path: amended.document.path }
  return {
    findings:
      all > 0 && isAdoptable
        ? [finding(amendment.document, '/outcome', 'lapsedForNothing', data)]
        : [],
    fates: 1,
  }
}
