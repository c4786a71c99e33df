import { type DecisionRule, type Language, sentenceOf } from '@cahier/core'
import type { Decision } from './method.ts'
import { methodOf } from './methods/index.ts'

/**
 * Why a rule decided as it did, in one sentence without a capital or a full stop; the rule it fell
 * back on speaks last.
 */
export function explainDecision(
  rule: DecisionRule,
  { why, data, fallback }: Decision,
  language: Language,
): string {
  const { id, messages } = methodOf(rule)
  const sentence = sentenceOf({ rule: id, message: why, data }, { [id]: messages }, language)
  if (fallback === undefined) return sentence
  return `${sentence}${language === 'fr' ? ' ; règle de repli : ' : '; fallback rule: '}${explainDecision(fallback.rule, fallback.decision, language)}`
}
