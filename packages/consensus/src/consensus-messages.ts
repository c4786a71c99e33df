import type { Catalogue } from '@cahier/core'
import { SINCE_RULE, sinceMessages } from './compare-since.ts'
import { RECORD_RULE, recordMessages } from './recheck.ts'
import { ROUND_RULE, roundMessages } from './refusal.ts'
import { STATUS_RULE, statusMessages } from './status-of.ts'
import { STANCE_RULE, stanceMessages } from './uncounted-stances.ts'

/** The sentences of rounds: why a status holds, why a verb refuses, what a record gets wrong. */
export const consensusMessages: Catalogue = {
  [STATUS_RULE]: statusMessages,
  [ROUND_RULE]: roundMessages,
  [RECORD_RULE]: recordMessages,
  [SINCE_RULE]: sinceMessages,
  [STANCE_RULE]: stanceMessages,
}
