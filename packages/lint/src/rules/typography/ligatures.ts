import { correctionsOf } from '../../corrections-of.ts'
import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'
import { wordAround } from '../../word-around.ts'

/** `œ` in the words that have it: cœur, œuvre, vœu; `æ` in « ex æquo ». */
export const ligatures: Rule = {
  id: 'typography/ligatures',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    joined: {
      fr: ({ written, meant }) => `« ${written} » : écrivez « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: write “${meant}”`,
    },
  },
  passage(passage, context) {
    for (const correction of correctionsOf(passage, context.settings, 'ligatures')) {
      const { from, to } = wordAround(passage.text, correction.start, correction.end)
      const written = passage.text.slice(from, to)
      const meant = passage.text.slice(from, correction.start) + correction.text + passage.text.slice(correction.end, to)
      reportCorrection(passage, context, [correction], { from, to, message: 'joined', data: { written, meant } })
    }
  },
}
