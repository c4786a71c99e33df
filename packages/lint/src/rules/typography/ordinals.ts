import type { Correction } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { correctWord } from '../../typography/correction-messages.ts'

/**
 * Reports ordinals not written as 1er, 1re, 2e or XXe. Also reports days and months with a capital,
 * and dates without “1er” (usage of the OQLF, Quebec’s language office).
 */
export const ordinals: Rule = {
  id: 'typography/ordinals',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    short: {
      fr: '« {written} » : l’ordinal s’abrège « {meant} »',
      en: '“{written}”: the short form of this ordinal is “{meant}”',
    },
    day: {
      fr: '« {written} » : le premier jour du mois est un ordinal, « 1er »',
      en: '“{written}”: the first day of a month is an ordinal, “1er”',
    },
    small: {
      fr: '« {written} » : les jours et les mois n’ont pas de capitale, « {meant} »',
      en: '“{written}”: French days and months have no capital, “{meant}”',
    },
    date: {
      fr: '« {written} » : dans une phrase, écrivez « {meant} »',
      en: '“{written}”: in a sentence, write “{meant}”',
    },
  },
  correction: correctWord(messageOf),
}

function messageOf({ start, end, text }: Correction): string {
  if (/\d{4}$/.test(text)) return 'date'
  if (start === end || text === '1er') return 'day'
  return end - start === 1 && text.length === 1 && text !== 'e' ? 'small' : 'short'
}
