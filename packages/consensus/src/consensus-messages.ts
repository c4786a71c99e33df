import type { Catalogue } from '@cahier/core'
import { AMENDMENT_RULE, amendmentMessages } from './amendments/amendment-messages.ts'
import { MERGING_RULE, mergingMessages } from './merging/merging-messages.ts'
import { SINCE_RULE } from './recheck/compare-since.ts'
import { EDITION_RULE, editionMessages } from './recheck/recheck-editions.ts'
import { RECORD_RULE, recordMessages } from './recheck/record-messages.ts'
import { sinceMessages } from './recheck/since-messages.ts'
import { STANCE_RULE, stanceMessages } from './recheck/uncounted-stances.ts'
import { ROUND_RULE, roundMessages } from './round-messages.ts'
import { STATUS_RULE, statusMessages } from './status-of.ts'
import { TRANSMISSION_RULE, transmissionMessages } from './transmission/transmission-messages.ts'

/** The sentences of rounds: why a status holds, why a verb refuses, what a record gets wrong. */
export const consensusMessages: Catalogue = {
  [STATUS_RULE]: statusMessages,
  [ROUND_RULE]: roundMessages,
  [RECORD_RULE]: recordMessages,
  [EDITION_RULE]: editionMessages,
  [SINCE_RULE]: sinceMessages,
  [STANCE_RULE]: stanceMessages,
  [AMENDMENT_RULE]: amendmentMessages,
  [MERGING_RULE]: mergingMessages,
  [TRANSMISSION_RULE]: transmissionMessages,
}
