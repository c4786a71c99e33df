import { type Language, RESULT_WORDS, type Round, type VerdictStance } from '@cahier/core'
import { countRound } from './count-round.ts'
import { explainDecision } from './explain-decision.ts'
import { decide } from './methods/index.ts'

/**
 * What an open round would give if nobody said anything more until its last day, and why: « bloquée
 * (1 objection ouverte : …) ».
 */
export function foreseenOutcome(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
  language: Language,
): string {
  const decision = decide(countRound(round, stances), round.rule)
  return `${RESULT_WORDS[language][decision.result]} (${explainDecision(round.rule, decision, language)})`
}
