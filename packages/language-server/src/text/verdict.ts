import { consensusMessages, STATUS_RULE, verdictOn } from '@cahier/consensus'
import {
  asSentence,
  type Language,
  memoize,
  type Programme,
  type Proposal,
  sentenceOf,
  typeset,
  type Verdict,
} from '@cahier/core'

/** The verdict (status and stances) on a proposal on a day. Cached per programme. */
export function verdictOf(programme: Programme, proposal: Proposal, day: string): Verdict {
  return verdictsIn(programme)(proposal, day)
}

const verdictsIn = memoize((programme: Programme) =>
  memoize((proposal: Proposal, day: string) => verdictOn(programme, proposal, day)),
)

/** The reason for a status, as a sentence. */
export function verdictSentence({ why }: Verdict, language: Language): string {
  return typeset(
    asSentence(sentenceOf({ rule: STATUS_RULE, ...why }, consensusMessages, language)),
    language,
  )
}

/** Members whose stance is about an earlier text. */
export function staleMembers({ stances, electorate }: Verdict): readonly string[] {
  return electorate.filter((member) => stances[member]?.state === 'stale')
}
