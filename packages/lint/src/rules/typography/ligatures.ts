import type { Rule } from '../../engine/rule.ts'
import { correctWord } from '../../typography/correction-messages.ts'

/** Reports `oe` for `œ` (cœur, œuvre, vœu), and `ae` for `æ` in « ex æquo ». */
export const ligatures: Rule = {
  id: 'typography/ligatures',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    joined: {
      fr: '« {written} » : écrivez « {meant} »',
      en: '“{written}”: write “{meant}”',
    },
  },
  correction: correctWord(() => 'joined'),
}
