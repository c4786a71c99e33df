import { createHash } from 'node:crypto'
import type { Outcome, Round } from '@cahier/core'
import canonicalize from 'canonicalize'

/** Seal of an opened round: `v1-` and the SHA-256 of the RFC 8785 JSON of what was frozen. */
export function openingSeal(proposal: string, round: Pick<Round, 'opened' | 'closes' | 'text' | 'rule' | 'electorate'>): string {
  const { opened, closes, text, rule, electorate } = round
  return sealOf({ proposal, opened, closes, text, rule, electorate })
}

/**
 * Seal of an outcome: over the opening seal, the rulings, the stances as counted, the result and the closing day; and the days on which a final
 * period began, where any were written.
 */
export function outcomeSeal(round: Pick<Round, 'seal' | 'rulings' | 'finalPeriod'>, outcome: Omit<Outcome, 'seal'>): string {
  const { result, closed, stances } = outcome
  const began = round.finalPeriod === undefined ? {} : { 'final-period': round.finalPeriod }
  return sealOf({ seal: round.seal, ...began, rulings: round.rulings, stances, result, closed })
}

function sealOf(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('a seal is taken over plain data')
  return `v1-${createHash('sha256').update(json, 'utf8').digest('hex')}`
}
