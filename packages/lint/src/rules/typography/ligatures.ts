import type { Rule } from '../../engine/rule.ts'
import { reportWord } from '../../typography/report-correction.ts'

/** Reports `oe` for `œ` (cœur, œuvre, vœu), and `ae` for `æ` in « ex æquo ». */
export const ligatures: Rule = {
  id: 'typography/ligatures',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    joined: {
      fr: '« {written} » : écrivez « {meant} »',
      en: '“{written}”: write “{meant}”',
    },
  },
  corrections: {
    about: 'ligatures',
    report: (correction, passage, context) => reportWord(passage, context, correction, 'joined'),
  },
}
