import type { Catalogue, Finding } from '@cahier/core'
import { AMENDMENT_RULE, amendmentDecisionMessages } from './amendments/amendment-messages.ts'
import { SINCE_RULE, sinceMessages } from './contribution/contribution-messages.ts'
import { STATUS_RULE, statusMessages } from './counting/status.ts'
import { stanceMessages } from './counting/uncounted-stances.ts'
import { MERGING_RULE, mergingMessages } from './merging/plan-merging.ts'
import { EDITION_RULE, editionMessages } from './records/recheck-editions.ts'
import { RECORD_RULE, recordMessages } from './records/record-messages.ts'
import { ROUND_RULE, roundMessages } from './rounds/round-messages.ts'
import { STANCE_RULE } from './signatures/signature-findings.ts'
import { TRANSMISSION_RULE, transmissionMessages } from './transmission/transmission-messages.ts'

/** The sentences of all findings of this package, by rule. */
export const consensusMessages: Catalogue = {
  [STATUS_RULE]: statusMessages,
  [ROUND_RULE]: roundMessages,
  [RECORD_RULE]: recordMessages,
  [EDITION_RULE]: editionMessages,
  [SINCE_RULE]: sinceMessages,
  [STANCE_RULE]: stanceMessages,
  [AMENDMENT_RULE]: amendmentDecisionMessages,
  [MERGING_RULE]: mergingMessages,
  [TRANSMISSION_RULE]: transmissionMessages,
}

const PLANNING: readonly string[] = [ROUND_RULE, AMENDMENT_RULE, MERGING_RULE, TRANSMISSION_RULE]
const UNKNOWN: readonly string[] = [
  'noProposal',
  'noCollective',
  'noText',
  'noAmendment',
  'noHunk',
  'noAxis',
  'badName',
  'badKind',
  'badEdition',
]

/** True for a finding on an unknown or malformed name in the command, not in the programme. */
export function isUnknownName({ rule, message }: Finding): boolean {
  return PLANNING.includes(rule) && UNKNOWN.includes(message)
}
