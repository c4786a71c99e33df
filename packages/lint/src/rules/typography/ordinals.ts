import { reportWord } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'

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
    day: {
      fr: ({ written }) => `« ${written} » : le premier jour du mois est un ordinal, « 1er »`,
      en: ({ written }) => `“${written}”: the first day of a month is an ordinal, “1er”`,
    },
  },
  corrections: {
    about: 'ordinals',
    report(corrections, passage, context) {
      for (const correction of corrections) reportWord(passage, context, correction, correction.start === correction.end ? 'day' : 'short')
    },
  },
}
