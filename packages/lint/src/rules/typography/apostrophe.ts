import type { Language } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import { codeOf } from '../../document/escaped-characters.ts'
import type { Rule } from '../../engine/rule.ts'
import { frenchLexicon, hasWord } from '../../spelling/lexicon.ts'
import { wordAround } from '../../typography/correction-messages.ts'

/** Reports French apostrophes other than `’` (U+2019), and missing apostrophes. */
export const apostrophe: Rule = {
  id: 'typography/apostrophe',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    straight: {
      fr: ({ word, code }) => `« ${word} » : ${NAMES[code ?? '']?.fr} → apostrophe courbe ’ U+2019`,
      en: ({ word, code }) => `“${word}”: ${NAMES[code ?? '']?.en} → curly apostrophe ’ U+2019`,
    },
    lost: {
      fr: '« {written} » : l’apostrophe manque, « {meant} »',
      en: '“{written}”: the apostrophe is missing, “{meant}”',
    },
  },
  correction(correction, passage, { remark }) {
    const { start, end } = wordAround(passage, correction)
    const word = passage.text.slice(start, end)
    const code = codeOf(passage.text.charAt(correction.start))
    remark(passage, correction, 'straight', { word, code }, [correction])
  },
  passage(passage, { remark }) {
    for (const { 1: whole = '', 2: elided = '', index } of matchesIn(passage.text, LOST)) {
      if (whole !== 'a' && !hasWord(frenchLexicon(), whole)) continue
      const at = { start: index - elided.length, end: index + 1 + whole.length }
      remark(passage, at, 'lost', { meant: `${elided}’${whole}` })
    }
  },
}

// A lost apostrophe: « qu il », « d autres ». In « 12 l environ » and « le segment d est », the
// letter is a unit or a name.
const LOST =
  / (?<=u |(?:^|[\s(«])[dDlLnmstJ] )(?=([aeiouyhéèêàâîôœ]\p{Ll}+|(?<=[nm] )a)(?![\p{L}\p{M}\p{N}_]))(?<=(?:^|[\s(«])(?<!\d[ \u00A0\u202F])([dl]|(?<=(?:^|[.?!…:«(—\n][\s«(]*))[DL]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|(?<=(?<![\p{L}’'])(?:[iI]ls?|[eE]lles?|[oO]n|[jJ]e|[tT]u|[cC]e|qui) )[nmst]|(?<=(?:^|[.?!…«(—\n]\s*))J) )(?!(?<![nmst] )(?:et|ou|où|est|en|au|aux|avec|alors|entre|à|a|ont|environ)(?!\p{L}))/gu

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = {
  'U+0027': { fr: 'apostrophe droite', en: 'straight apostrophe' },
  'U+003F': { fr: 'point d’interrogation', en: 'question mark' },
  'U+0060': { fr: 'accent grave isolé', en: 'lone grave accent' },
  'U+00B4': { fr: 'accent aigu isolé', en: 'lone acute accent' },
  'U+02BC': { fr: 'lettre apostrophe U+02BC', en: 'letter apostrophe U+02BC' },
  'U+2018': { fr: 'guillemet ‘ U+2018', en: 'quote ‘ U+2018' },
  'U+201B': { fr: 'guillemet ‛ U+201B', en: 'quote ‛ U+201B' },
  'U+2032': { fr: 'prime U+2032', en: 'prime U+2032' },
}
