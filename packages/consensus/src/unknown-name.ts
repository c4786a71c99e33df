import type { Finding } from '@cahier/core'
import { AMENDMENT_RULE, type amendmentMessages } from './amendments/amendment-messages.ts'
import { MERGING_RULE, type mergingMessages } from './merging/merging-messages.ts'
import { ROUND_RULE, type roundMessages } from './round-messages.ts'
import {
  TRANSMISSION_RULE,
  type transmissionMessages,
} from './transmission/transmission-messages.ts'

const ROUND: readonly (keyof typeof roundMessages)[] = ['noProposal', 'noCollective']
const AMENDMENT: readonly (keyof typeof amendmentMessages)[] = [
  'noText',
  'noAmendment',
  'noCollective',
  'noHunk',
]
const MERGING: readonly (keyof typeof mergingMessages)[] = ['noProposal', 'noAxis', 'badName']
const TRANSMISSION: readonly (keyof typeof transmissionMessages)[] = [
  'noProposal',
  'badName',
  'badKind',
  'badEdition',
]

const UNKNOWN: Readonly<Record<string, readonly string[]>> = {
  [ROUND_RULE]: ROUND,
  [AMENDMENT_RULE]: AMENDMENT,
  [MERGING_RULE]: MERGING,
  [TRANSMISSION_RULE]: TRANSMISSION,
}

/**
 * Whether a plan is refused only for a name that the command gives and nothing bears, or could
 * bear: no decision is refused, the command is wrong.
 */
export function isUnknownName({ rule, message }: Finding): boolean {
  return UNKNOWN[rule]?.includes(message) === true
}
