import type { Collective, Decisions, Positions, Programme, Proposal, Round } from '@cahier/core'

export function proposalOf({ proposals }: Programme, id: string): Proposal | undefined {
  return proposals.find((one) => one.id === id)
}

export function collectiveOf({ collectives }: Programme, id: string): Collective | undefined {
  return collectives.find((one) => one.id === id)
}

/** The file of the rounds (votes) on a proposal. */
export function decisionsOn({ decisions }: Programme, proposal: string): Decisions | undefined {
  return decisions.find((one) => one.proposal === proposal)
}

/** The rounds on a proposal, oldest first. */
export function recordedRounds(programme: Programme, proposal: string): readonly Round[] {
  return decisionsOn(programme, proposal)?.rounds ?? []
}

export function positionsAt({ positions }: Programme, path: string): Positions | undefined {
  return positions.find(({ document }) => document.path === path)
}
