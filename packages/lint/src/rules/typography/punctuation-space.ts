import type { Rule } from '../../engine/rule.ts'
import { BESIDE_ADDRESS } from '../../typography/corrections-of.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/** Reports French `: ; ! ?` without a no-break space before them (Imprimerie nationale). */
export const punctuationSpace: Rule = {
  id: 'typography/punctuation-space',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    ...BESIDE_ADDRESS,
    space: {
      fr: ({ mark, to }) => `${spaceInstruction(to).fr} devant « ${mark} »`,
      en: ({ mark, to }) => `${spaceInstruction(to).en} before “${mark}”`,
    },
  },
  corrections: {
    about: 'punctuation-space',
    report(correction, passage, context) {
      const { end, text } = correction
      const mark = /^[;:!?]*/.exec(passage.text.slice(end, end + 8))?.[0] ?? ''
      const data = { mark, to: spaceCode(text) }
      reportCorrection(passage, context, [correction], {
        to: end + mark.length,
        message: 'space',
        data,
      })
    },
  },
}
