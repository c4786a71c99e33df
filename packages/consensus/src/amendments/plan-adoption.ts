import {
  type Adoption,
  type Amendment,
  EMPTY_PLAN,
  editAt,
  markedTextOf,
  type Plan,
  type Programme,
  wholeDigest,
  withText,
} from '@cahier/core'
import {
  baseText,
  collisions,
  type Hunk,
  hunksUndone,
  isConflict,
  isSameHunk,
  ordinalsByText,
  quotedBlocks,
  readCriticMarkup,
  splitFrontMatter,
} from '@cahier/prose'
import { proposalOf } from '../find-by-id.ts'
import { blockingReason } from '../refusals/refusal.ts'
import { unreadableManifest } from '../refusals/unreadable-files.ts'
import { refusedAmendment } from './amendment-messages.ts'
import { refusedUnknownText, refuseIfGone, sectionFault } from './obstacles.ts'
import { type PassageAmendedTwice, passagesAmendedTwice } from './passages-amended-twice.ts'
import {
  type AmendableText,
  adoptedText,
  amendableText,
  isHunkAdopted,
  type TextByDigest,
  wasAdopted,
  wouldLapse,
} from './place-amendment.ts'
import {
  type AmendmentChoice,
  type ChosenAmendment,
  chosenHunks,
  isStanding,
  type PlacedAmendments,
  placeAllAmendments,
} from './placed-amendments.ts'
import { textsByDigest } from './texts-by-digest.ts'

export interface AdoptionRequest {
  readonly day: string
  /** Accepts that an open round (a vote) becomes void. */
  readonly void?: boolean
  readonly history?: TextByDigest
}

/** The effects of an adoption. If it is refused, `plan` says why and the other fields are empty. */
export interface AdoptionPlan {
  readonly plan: Plan
  readonly before: string
  readonly after: string
  /** The chosen amendments, and other amendments that ask for the same changes. */
  readonly adopted: readonly ChosenAmendment[]
  /** Amendments that lapse because the adoption changes the same words. */
  readonly fallen: readonly Amendment[]
  readonly readings: readonly PassageAmendedTwice[]
}

/** Plans the adoption of amendments to one text: all or none. Their order does not matter. */
export function planAdoption(
  programme: Programme,
  id: string,
  wanted: readonly AmendmentChoice[],
  adopting: AdoptionRequest,
): AdoptionPlan {
  const amended = amendableText(programme, id)
  if (amended === null) return nothing(refusedUnknownText(programme, id))
  const obstacle = obstacleTo(programme, amended, adopting)
  if (obstacle !== null) return nothing(obstacle)
  const textOf = textsByDigest(programme, amended, adopting.history)
  const survey = placeAllAmendments(programme, amended, textOf)
  const chosen = chosenHunks(amended, survey, wanted)
  if ('refusal' in chosen) return nothing(chosen.refusal)
  const pairs = collidingPairs(chosen.chosen)
  if (pairs.length > 0)
    return nothing(refusedAmendment(amended.document.path, 'collide', { pairs }))
  return adoption(programme, amended, survey, chosen.chosen, { day: adopting.day, textOf })
}

function obstacleTo(
  programme: Programme,
  { id, document }: AmendableText,
  adopting: AdoptionRequest,
): Plan | null {
  const path = document.sound ? unreadableManifest(programme) : document.path
  if (path !== undefined) return refusedAmendment(path, 'unreadable', { path })
  const proposal = proposalOf(programme, id)
  if (proposal === undefined) return null
  const closed = refuseIfGone(proposal, adopting.day)
  if (closed !== null) return closed
  const { day, void: mayFall = false } = adopting
  const round = blockingReason(programme, proposal, { day, mayFall })
  return round === null ? null : refusedAmendment(document.path, round.message, round.data)
}

function collidingPairs(chosen: readonly ChosenAmendment[]) {
  return collisions(chosen.map(({ hunks }) => hunks)).flatMap(({ a, b, relation }) =>
    isConflict(relation) ? [`${chosen[a]?.amendment.id} + ${chosen[b]?.amendment.id}`] : [],
  )
}

function adoption(
  programme: Programme,
  amended: AmendableText,
  survey: PlacedAmendments,
  chosen: readonly ChosenAmendment[],
  { day, textOf }: { readonly day: string; readonly textOf: TextByDigest },
): AdoptionPlan {
  const { document, whole: from } = amended
  const hunks = chosen.flatMap((one) => one.hunks)
  const others = survey.amendments.filter((one) => {
    const { amendment } = one
    const isChosen = chosen.some((other) => other.amendment === amendment)
    // An amendment file with errors is decided later, when it is corrected.
    return isStanding(one) && amendment.outcome === '' && amendment.document.sound && !isChosen
  })
  // An amendment that asks for the same changes is adopted too, so that its author is credited.
  const same = others.filter(
    (one) =>
      one.hunks.length > 0 &&
      one.hunks.every((hunk) => hunks.some((taken) => isSameHunk(hunk, taken))),
  )
  const adopted = [...chosen, ...same.map((one) => ({ ...one, whole: true }))].sort((a, b) =>
    a.amendment.id < b.amendment.id ? -1 : 1,
  )
  const fallen = others
    .filter((one) => !same.includes(one) && wouldLapse(one.amendment, one.hunks, hunks))
    .map(({ amendment }) => amendment)
  const after = adoptedText(document, hunks)
  const adoptedDocument = withText(document, after)
  if (!adoptedDocument.sound)
    return nothing(refusedAmendment(document.path, 'wouldBreak', { path: document.path }))
  const fault = sectionFault(document, adoptedDocument, programme.manifest)
  if (fault !== null) return nothing(refusedAmendment(document.path, fault.message, fault.data))
  const to = wholeDigest(adoptedDocument, programme.assets)
  const edits = adopted.flatMap(({ amendment, hunks: own, whole }) =>
    outcomeEdits(
      amendment,
      whole ? 'adopted' : 'adopted-modified',
      {
        date: day,
        from,
        to,
        with: adopted.filter((one) => one.amendment !== amendment).map((one) => one.amendment.id),
        hunks: ranksOf(own, whole),
      },
      ordinalsLeftOut(programme, amended, amendment),
    ),
  )
  return {
    plan: {
      ...EMPTY_PLAN,
      files: [{ path: document.path, content: after, replaces: true }],
      edits: [...edits, ...fallen.flatMap((amendment) => outcomeEdits(amendment, 'lapsed', null))],
    },
    before: document.text,
    after,
    adopted,
    fallen,
    readings: passagesAmendedTwice(
      document.text,
      chosen.map((one) => ({ id: one.amendment.id, hunks: one.hunks })),
      earlierAdoptions(amended, survey, textOf),
    ),
  }
}

function earlierAdoptions(
  { document }: AmendableText,
  { amendments }: PlacedAmendments,
  textOf: TextByDigest,
) {
  const now = baseText(document.text)
  return amendments.flatMap(({ amendment, hunks }) => {
    const before = wasAdopted(amendment) ? textOf(amendment.base) : null
    const taken = hunks.filter(({ field, rank }) => field === '' && isHunkAdopted(amendment, rank))
    return before === null
      ? []
      : [{ id: amendment.id, hunks: hunksUndone(baseText(before), taken, now) }]
  })
}

// The numbers of the quoted blocks, to write in an empty `at`. Once the text has changed, a recheck
// of the adoption needs these numbers.
function ordinalsLeftOut(
  programme: Programme,
  { document, whole }: AmendableText,
  amendment: Amendment,
): readonly number[] {
  if (amendment.at.length > 0 || amendment.base !== whole) return []
  const ordinals = ordinalsByText(
    baseText(document.text).blocks.map((block, index) => ({ ...block, ordinal: index + 1 })),
  )
  return quotedBlocks(readCriticMarkup(markedTextOf(amendment, programme)).pieces).flatMap(
    ({ text }) => ordinals.get(text) ?? [],
  )
}

// The numbers of the adopted hunks (changes). A whole adoption lists every number from 1.
function ranksOf(hunks: readonly Hunk[], whole: boolean) {
  const ranks = hunks.map(({ rank }) => rank).sort((a, b) => a - b)
  return whole ? Array.from({ length: ranks.at(-1) ?? 0 }, (_, index) => index + 1) : ranks
}

function nothing(plan: Plan) {
  return { plan, before: '', after: '', adopted: [], fallen: [], readings: [] }
}

function outcomeEdits(
  { document }: Amendment,
  outcome: Amendment['outcome'],
  adopted: Adoption | null,
  at: readonly number[] = [],
) {
  const { path, text, places } = document
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const start = splitFrontMatter(text).head?.end ?? 0
  const ranks = at.length > 0 ? `[${at.join(', ')}]` : ''
  // YAML allows a key only once: an empty `at` that is already there is filled.
  const empty = ranks === '' ? undefined : places['/at']?.value
  const lines = [
    ...(ranks === '' || empty !== undefined ? [] : [`at: ${ranks}`]),
    `outcome: ${outcome}`,
    ...(adopted === null ? [] : [`adopted: ${adoptionInYaml(adopted)}`]),
  ]
  const written = { path, start, end: start, text: lines.map((line) => line + eol).join('') }
  return empty === undefined ? [written] : [editAt(path, empty, ranks), written]
}

function adoptionInYaml({ date, from, to, with: others, hunks }: Adoption) {
  const list = (items: readonly (string | number)[]) => `[${items.join(', ')}]`
  const together = others.length > 0 ? `, with: ${list(others.map(asText))}` : ''
  return `{date: ${date}, from: ${from}, to: ${to}${together}, hunks: ${list(hunks)}}`
}

// Quotes an id that YAML would read as a number, a boolean or null.
function asText(id: string) {
  return /^[\d.e_x+-]+$|^(?:true|false|null|~)$/i.test(id) ? `"${id}"` : id
}
