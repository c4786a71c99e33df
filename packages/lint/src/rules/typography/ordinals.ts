import { correctionsOf } from '../../corrections-of.ts'
import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'
import { wordAround } from '../../word-around.ts'

/** Ordinals have short endings: 1er, 1re, 2e, 2d, XXe (Lexique de l’Imprimerie nationale; OQLF). */
export const ordinals: Rule = {
  id: 'typography/ordinals',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    short: {
      fr: ({ written, meant }) => `« ${written} » : l’ordinal s’abrège « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: the short form of this ordinal is “${meant}”`,
    },
  },
  passage(passage, context) {
    for (const correction of correctionsOf(passage, context.settings, 'ordinals')) {
      const { from, to } = wordAround(passage.text, correction.start, correction.end)
      const written = passage.text.slice(from, to)
      const meant = passage.text.slice(from, correction.start) + correction.text + passage.text.slice(correction.end, to)
      reportCorrection(passage, context, [correction], { from, to, message: 'short', data: { written, meant } })
    }
  },
}
