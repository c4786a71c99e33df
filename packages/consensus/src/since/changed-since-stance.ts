import {
  type JudgedStance,
  type Programme,
  type Proposal,
  sectionTermOf,
  type Verdict,
} from '@cahier/core'
import { foldProse } from '@cahier/prose'
import {
  type EarlierText,
  type EarlierTextSource,
  earlierTexts,
  readVersion,
} from './earlier-texts.ts'
import { type PartChange, partChanges, readableSource } from './part-changes.ts'

/** What changed in a proposal since the stance (vote) of one member. */
export interface ChangedSince {
  readonly proposal: Proposal
  readonly stance: JudgedStance
  /**
   * `text`: the normative text (what members consent to) changed. `reasons`: only other parts
   * changed. `lost`: the text changed and the former text is unknown. `untold`: the stance names no
   * text. `merged`: the proposal was merged into `proposal.replacedBy`.
   */
  readonly what: 'text' | 'reasons' | 'nothing' | 'lost' | 'untold' | 'merged'
  /** The text that the stance is about; null when not found or not needed. */
  readonly earlier: EarlierText | null
  /** The changed parts of the normative text, in the order of a proposal. */
  readonly parts: readonly PartChange[]
  /** For `reasons`: the titles of the changed sections. */
  readonly reasons: readonly string[]
}

/** What changed in each proposal since the member gave a stance on it, in print order. */
export function changedSinceStance(
  programme: Programme,
  verdicts: readonly Verdict[],
  member: string,
  elsewhere: EarlierTextSource,
): readonly ChangedSince[] {
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.proposal, verdict]))
  return programme.proposals.flatMap((proposal) => {
    const stance = verdictOf.get(proposal.id)?.stances[member]
    return stance === undefined ? [] : [sinceStance(programme, proposal, stance, elsewhere)]
  })
}

function sinceStance(
  programme: Programme,
  proposal: Proposal,
  stance: JudgedStance,
  elsewhere: EarlierTextSource,
): ChangedSince {
  const base = { proposal, stance, earlier: null, parts: [], reasons: [] }
  if (proposal.replacedBy !== '') return { ...base, what: 'merged' }
  if (stance.text === '') return { ...base, what: 'untold' }
  if (stance.text === proposal.normative)
    return { ...base, ...reasonsSince(programme, proposal, stance, elsewhere) }
  for (const earlier of earlierTexts(programme, proposal, elsewhere)) {
    const old = readVersion(earlier.text, proposal, programme)
    if (old.normative === stance.text)
      return { ...base, what: 'text', earlier, parts: partChanges(old, proposal, programme) }
  }
  return { ...base, what: 'lost' }
}

// Nobody knows which text a member read: it is taken to be the last one on the day of the stance.
function reasonsSince(
  programme: Programme,
  proposal: Proposal,
  stance: JudgedStance,
  elsewhere: EarlierTextSource,
): Pick<ChangedSince, 'what' | 'earlier' | 'reasons'> {
  let seen: EarlierText | null = null
  for (const earlier of earlierTexts(programme, proposal, elsewhere)) {
    const isLater =
      earlier.day !== '' && earlier.day <= stance.date && (seen === null || earlier.day > seen.day)
    if (isLater && readVersion(earlier.text, proposal, programme).normative === stance.text)
      seen = earlier
  }
  const old = seen === null ? proposal : readVersion(seen.text, proposal, programme)
  if (old.whole === proposal.whole) return { what: 'nothing', earlier: seen, reasons: [] }
  return { what: 'reasons', earlier: seen, reasons: sectionsChanged(old, proposal, programme) }
}

function sectionsChanged(old: Proposal, young: Proposal, { manifest }: Programme) {
  const titles = new Set([...young.sections, ...old.sections].map(({ title }) => title))
  const written = ({ sections, document }: Proposal, title: string) =>
    foldProse(
      readableSource(
        sections.flatMap((section) => (section.title === title ? section.nodes : [])),
        document,
      ),
    )
  return [...titles].filter((title) => {
    const isNormative = sectionTermOf({ title }, manifest)?.normative === true
    return !isNormative && written(old, title) !== written(young, title)
  })
}
