import { type Amendment, type Programme, type Proposal, readProposal, withText } from '@cahier/core'
import { type AmendableText, amendmentsTo } from '../amendments/place-amendment.ts'
import { textsByDigest } from '../amendments/texts-by-digest.ts'
import { roundCopies } from '../records/round-copies.ts'

/**
 * A former text of a proposal or an axis. `day` is the first day on which the text is known to have
 * existed, or empty.
 */
export interface EarlierText {
  readonly text: string
  readonly from: 'round' | 'amendments' | 'bundle' | 'git'
  readonly day: string
}

/** Gives earlier texts from outside the folder, such as git. It is called last. */
export type EarlierTextSource = (amended: AmendableText) => Iterable<EarlierText>

/**
 * The former texts of a proposal or an axis. Those of rounds (votes) come first, then those of
 * amendments, then those from `elsewhere`.
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

export function readVersion(text: string, proposal: Proposal, programme: Programme): Proposal {
  return readProposal(withText(proposal.document, text), programme.manifest, programme.assets)
}

function digestsIn({ base, adopted }: Amendment) {
  return adopted === null ? [base] : [base, adopted.from, adopted.to]
}
