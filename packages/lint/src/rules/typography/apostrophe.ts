import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'
import { wordAround } from '../../word-around.ts'

/** In French, the apostrophe of an elision is `’` (U+2019), not the straight one of typewriters, an accent or a prime. */
export const apostrophe: Rule = {
  id: 'typography/apostrophe',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    straight: {
      fr: ({ word, code }) => `« ${word} » : ${NAMES[code ?? '']?.fr} → apostrophe courbe ’ U+2019`,
      en: ({ word, code }) => `“${word}”: ${NAMES[code ?? '']?.en} → curly apostrophe ’ U+2019`,
    },
  },
  corrections: {
    about: 'apostrophe',
    report(corrections, passage, context) {
      for (const correction of corrections) {
        const { start, end } = correction
        const { from, to } = wordAround(passage.text, start, end)
        const code = passage.text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')
        reportCorrection(passage, context, [correction], {
          from: start,
          to: end,
          message: 'straight',
          data: { word: passage.text.slice(from, to), code },
        })
      }
    },
  },
}

const NAMES: Readonly<Record<string, { readonly fr: string; readonly en: string } | undefined>> = {
  '0027': { fr: 'apostrophe droite', en: 'straight apostrophe' },
  '003F': { fr: 'point d’interrogation', en: 'question mark' },
  '0060': { fr: 'accent grave isolé', en: 'lone grave accent' },
  '00B4': { fr: 'accent aigu isolé', en: 'lone acute accent' },
  '02BC': { fr: 'lettre apostrophe U+02BC', en: 'letter apostrophe U+02BC' },
  '2018': { fr: 'guillemet ‘ U+2018', en: 'quote ‘ U+2018' },
  '201B': { fr: 'guillemet ‛ U+201B', en: 'quote ‛ U+201B' },
  '2032': { fr: 'prime U+2032', en: 'prime U+2032' },
}
