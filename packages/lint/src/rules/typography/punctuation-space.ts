import { BESIDE_ADDRESS } from '../../address-before.ts'
import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'
import { spaceCode, spaceName } from '../../space-name.ts'

/** In French, a narrow no-break space before `; ! ?` and a no-break space before a colon (Lexique de l’Imprimerie nationale). */
export const punctuationSpace: Rule = {
  id: 'typography/punctuation-space',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    ...BESIDE_ADDRESS,
    space: {
      fr: ({ mark, from, to }) => `devant « ${mark} » : ${spaceName(from).fr} → ${spaceName(to).fr}`,
      en: ({ mark, from, to }) => `before “${mark}”: ${spaceName(from).en} → ${spaceName(to).en}`,
    },
  },
  corrections: {
    about: 'punctuation-space',
    report(corrections, passage, context) {
      for (const correction of corrections) {
        const { start, end, text } = correction
        const mark = /^[;:!?]*/.exec(passage.text.slice(end, end + 8))?.[0] ?? ''
        const written = passage.text.slice(start, end)
        reportCorrection(passage, context, [correction], {
          from: start,
          to: end + mark.length,
          message: 'space',
          data: { mark, from: spaceCode(written), to: spaceCode(text) },
        })
      }
    },
  },
}
