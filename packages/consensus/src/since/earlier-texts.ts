import { type Amendment, type Programme, type Proposal, readProposal, withText } from '@cahier/core'
import { type AmendableText, amendmentsTo } from '../amendments/amendable-text.ts'
import { textsByDigest } from '../amendments/texts-by-digest.ts'
import { roundCopies } from '../records/copies.ts'

/**
 * A text that a proposal, or an axis, once had: its source, where it was found, and the day it is
 * known from (`''` when nobody knows).
 */
export interface EarlierText {
  readonly text: string
  readonly from: 'round' | 'amendments' | 'bundle' | 'git'
  readonly day: string
}

/**
 * What stands outside of the folder: bundles, git. Asked only when the folder does not hold what is
 * looked for.
 */
export type EarlierTextSource = (amended: AmendableText) => Iterable<EarlierText>

/**
 * The earlier texts of a proposal, or an axis, one at a time: those that rounds copied, those
 * rebuilt from adopted amendments, then what stands elsewhere.
 */
export function* earlierTexts(
  programme: Programme,
  amended: AmendableText,
  elsewhere: EarlierTextSource,
): Generator<EarlierText> {
  for (const { text, opened } of roundCopies(programme, amended.id).toReversed())
    yield { text, from: 'round', day: opened }
  const amendments = amendmentsTo(programme, amended.id)
  const textOf = textsByDigest(programme, amended)
  for (const digest of new Set(amendments.flatMap(digestsIn))) {
    const text = textOf(digest)
    if (text !== null) yield { text, from: 'amendments', day: '' }
  }
  yield* elsewhere(amended)
}

/** The proposal that a text makes, read where the proposal stands today. */
export function proposalFrom(text: string, proposal: Proposal, programme: Programme): Proposal {
  return readProposal(withText(proposal.document, text), programme.manifest, programme.assets)
}

function digestsIn({ base, adopted }: Amendment): readonly string[] {
  return adopted === null ? [base] : [base, adopted.from, adopted.to]
}
