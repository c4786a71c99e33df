import {
  type Programme,
  type Proposal,
  sectionTermOf,
  type Verdict,
  type VerdictStance,
} from '@cahier/core'
import { foldProse } from '@cahier/prose'
import {
  type EarlierText,
  type EarlierTextSource,
  earlierTexts,
  proposalFrom,
} from './earlier-texts.ts'
import { type PartChange, partChanges, readableSource } from './part-changes.ts'

/** What became of a text since a member spoke of it. */
export interface ChangedSince {
  readonly proposal: Proposal
  readonly stance: VerdictStance
  /**
   * `text`: what members consent to changed; `reasons`: only the rest of it; `nothing`; `lost`: it
   * changed, and nobody has the text any more; `untold`: the stance does not say which text it is
   * about; `merged`: it was merged into `proposal.replacedBy`.
   */
  readonly what: 'text' | 'reasons' | 'nothing' | 'lost' | 'untold' | 'merged'
  /**
   * The text the member spoke of, where it was found; `null` when it was not, or was not looked
   * for.
   */
  readonly earlier: EarlierText | null
  /** What changed of the normative text, in the order of a proposal. */
  readonly parts: readonly PartChange[]
  /** Titles of the other sections that changed, when only these did. */
  readonly reasons: readonly string[]
}

/**
 * What changed of each proposal since a member spoke of it, in print order; those that the member
 * said nothing of are left out.
 */
export function changedSince(
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
  stance: VerdictStance,
  elsewhere: EarlierTextSource,
): ChangedSince {
  const told = { proposal, stance, earlier: null, parts: [], reasons: [] }
  if (proposal.replacedBy !== '') return { ...told, what: 'merged' }
  if (stance.text === '') return { ...told, what: 'untold' }
  if (stance.text === proposal.normative)
    return { ...told, ...reasonsSince(programme, proposal, stance, elsewhere) }
  for (const earlier of earlierTexts(programme, proposal, elsewhere)) {
    const old = proposalFrom(earlier.text, proposal, programme)
    if (old.normative === stance.text)
      return { ...told, what: 'text', earlier, parts: partChanges(old, proposal, programme) }
  }
  return { ...told, what: 'lost' }
}

// What the member read is the last text of the day it spoke; where days are not known, nothing is
// said of the reasons.
function reasonsSince(
  programme: Programme,
  proposal: Proposal,
  stance: VerdictStance,
  elsewhere: EarlierTextSource,
): Pick<ChangedSince, 'what' | 'earlier' | 'reasons'> {
  let seen: EarlierText | null = null
  for (const earlier of earlierTexts(programme, proposal, elsewhere)) {
    const isLater =
      earlier.day !== '' && earlier.day <= stance.date && (seen === null || earlier.day > seen.day)
    if (isLater && proposalFrom(earlier.text, proposal, programme).normative === stance.text)
      seen = earlier
  }
  const old = seen === null ? proposal : proposalFrom(seen.text, proposal, programme)
  if (old.whole === proposal.whole) return { what: 'nothing', earlier: seen, reasons: [] }
  return { what: 'reasons', earlier: seen, reasons: sectionsChanged(old, proposal, programme) }
}

function sectionsChanged(
  old: Proposal,
  young: Proposal,
  { manifest }: Programme,
): readonly string[] {
  const titles = new Set([...young.sections, ...old.sections].map(({ title }) => title))
  const written = ({ sections, document }: Proposal, title: string) =>
    foldProse(
      sections
        .flatMap((section) =>
          section.title === title ? [readableSource(section.nodes, document)] : [],
        )
        .join('\n'),
    )
  return [...titles].filter((title) => {
    const isNormative = sectionTermOf({ title }, manifest)?.normative === true
    return !isNormative && written(old, title) !== written(young, title)
  })
}
