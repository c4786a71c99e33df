import { consensusMessages, STATUS_RULE, verdictOn } from '@cahier/consensus'
import {
  asSentence,
  type Language,
  type Programme,
  type Proposal,
  sentenceOf,
  typeset,
  type Verdict,
} from '@cahier/core'

/** The verdict (status and stances) on a proposal on a day. Cached per programme. */
export function verdictOf(programme: Programme, proposal: Proposal, day: string): Verdict {
  const verdicts = cache.get(programme) ?? new Map<string, Verdict>()
  cache.set(programme, verdicts)
  const key = `${proposal.id} ${day}`
  const known = verdicts.get(key)
  if (known !== undefined) return known
  const verdict = verdictOn(programme, proposal, day)
  verdicts.set(key, verdict)
  return verdict
}

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

const cache = new WeakMap<Programme, Map<string, Verdict>>()
