import type { Rule } from '../../engine/rule.ts'
import { reportWord } from '../../typography/report-correction.ts'

/** Reports `oe` for `œ` (cœur, œuvre, vœu), and `ae` for `æ` in « ex æquo ». */
export const ligatures: Rule = {
  id: 'typography/ligatures',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    joined: {
      fr: '« {written} » : écrivez « {meant} »',
      en: '“{written}”: write “{meant}”',
    },
  },
  corrections: {
    about: 'ligatures',
    report(corrections, passage, context) {
      for (const correction of corrections) reportWord(passage, context, correction, 'joined')
    },
  },
}
