import { memoize, type Programme, type Source } from '@cahier/core'
import { groupedBy } from '@cahier/prose'

/**
 * What all rounds of a proposal, by its id, keep: the texts they froze, and the positions files
 * they counted.
 */
export function recordsOf(
  { records }: Pick<Programme, 'records'>,
  proposal: string,
): readonly Source[] {
  return byProposal(records).get(proposal) ?? []
}

/** The signatures that rounds of a proposal keep beside those files. */
export function keptSignaturesOf(
  { signatures }: Pick<Programme, 'signatures'>,
  proposal: string,
): readonly Source[] {
  return byProposal(signatures).get(proposal) ?? []
}

const byProposal = memoize((sources: readonly Source[]) =>
  groupedBy(sources, ({ path }) => {
    const [folder, proposal] = path.split('/', 2)
    return folder === 'decisions' ? proposal : undefined
  }),
)
