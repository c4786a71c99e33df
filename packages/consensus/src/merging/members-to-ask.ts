import { type MemberToAsk, type Programme, type Proposal, type Status, stemOf } from '@cahier/core'

/** The stances (answers) on some proposals, by member. */
export function stancesByMember(
  { positions }: Pick<Programme, 'positions'>,
  ids: readonly string[],
): readonly MemberToAsk[] {
  return positions
    .map(({ document, stances }) => ({
      member: stemOf(document.path),
      stances: stances.filter(({ proposal }) => ids.includes(proposal)),
    }))
    .filter(({ stances }) => stances.length > 0)
}

/**
 * Voting members with a stance on a proposal merged into `proposal`, but none on `proposal`. Empty
 * once a round (a vote) has decided.
 */
export function membersToAskAgain(
  programme: Programme,
  proposal: Proposal,
  {
    status,
    electorate,
    stances,
  }: { readonly status: Status; readonly electorate: readonly string[]; readonly stances: object },
): readonly MemberToAsk[] {
  if (proposal.merges.length === 0 || !UNDECIDED.has(status)) return []
  return stancesByMember(programme, mergedInto(programme, proposal)).filter(
    ({ member }) => electorate.includes(member) && !Object.hasOwn(stances, member),
  )
}

const UNDECIDED: ReadonlySet<Status> = new Set<Status>(['draft', 'void', 'open', 'overdue'])

function mergedInto({ proposals }: Programme, { merges }: Proposal) {
  const found = new Set<string>()
  const waiting = [...merges]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(proposals.find((one) => one.id === id)?.merges ?? []))
  }
  return [...found]
}
