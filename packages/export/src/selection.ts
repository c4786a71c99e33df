import type { Programme, Proposal, Round, Status, Verdict } from '@cahier/core'
import { lastAdoptedText } from './adopted-text.ts'

/** What of the programme is asked for. */
export interface Selection {
  readonly kind: 'programme'
  /** `default`: what is adopted, in its adopted text. `all`: every proposal that is neither withdrawn nor merged, as it stands. */
  readonly status: 'default' | 'all'
  /** The workspace's version: the edition's name where the manifest gives none. */
  readonly version?: string
  /** The day, `YYYY-MM-DD`, where the manifest gives none. */
  readonly day?: string
}

/** A proposal that goes in, in the text that is printed. */
export interface Entry {
  readonly proposal: Proposal
  /** Its rank among the proposals of the programme that are neither withdrawn nor merged, from 1. */
  readonly number: number
  readonly status: Status
  /** `null` when nobody has counted: then it is a draft. */
  readonly verdict: Verdict | null
  /** The round printed under it, or `null`. */
  readonly round: Round | null
  /** The text is the copy a round kept, and no longer the one in the folder. */
  readonly fromCopy: boolean
}

export interface Selected {
  /** In print order. */
  readonly entries: readonly Entry[]
  readonly draft: boolean
  readonly nothingAdopted: boolean
}

/**
 * What goes in (publication.md, "What goes in"). A programme with nothing adopted yet is a working draft that holds everything. A changed
 * proposal is printed as it was last adopted; when the copy of that text is missing, it is left out rather than printed as what it is not.
 */
export function select(programme: Programme, verdicts: readonly Verdict[], selection: Selection): Selected {
  const standing = entriesOf(programme, verdicts)
  const nothingAdopted = !standing.some(({ status }) => ADOPTED.has(status))
  if (selection.status === 'all' || nothingAdopted) return { entries: standing, draft: true, nothingAdopted }
  return {
    entries: standing.filter(({ status }) => ADOPTED.has(status)).flatMap((entry) => asAdopted(programme, entry)),
    draft: false,
    nothingAdopted,
  }
}

const ADOPTED: ReadonlySet<Status> = new Set<Status>(['adopted', 'adopted-with-reservations', 'changed'])

function entriesOf(programme: Programme, verdicts: readonly Verdict[]): Entry[] {
  const byProposal = new Map(verdicts.map((verdict) => [verdict.proposal, verdict]))
  const gone = (proposal: Proposal) => {
    const status = byProposal.get(proposal.id)?.status
    return proposal.withdrawn !== null || proposal.replacedBy !== '' || status === 'withdrawn' || status === 'merged'
  }
  return programme.proposals
    .filter((proposal) => !gone(proposal))
    .map((proposal, index) => {
      const verdict = byProposal.get(proposal.id) ?? null
      return { proposal, number: index + 1, status: verdict?.status ?? 'draft', verdict, round: verdict?.round ?? null, fromCopy: false }
    })
}

function asAdopted(programme: Programme, entry: Entry): Entry[] {
  if (entry.status !== 'changed') return [entry]
  const adopted = lastAdoptedText(programme, entry.proposal)
  return adopted === null ? [] : [{ ...entry, proposal: adopted.proposal, round: adopted.round, fromCopy: true }]
}
