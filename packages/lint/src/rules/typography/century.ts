import { matchesIn, SEEN } from '@cahier/prose'
import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'
import { isOnlyWidth, spaceCode, spaceName } from '../../space-name.ts'

/** Centuries are in Roman figures, with a no-break space: XXe siècle (Lexique de l’Imprimerie nationale). */
export const century: Rule = {
  id: 'typography/century',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    space: {
      fr: ({ from, to }) => `devant « siècle » : ${spaceName(from).fr} → ${spaceName(to).fr}`,
      en: ({ from, to }) => `before “siècle”: ${spaceName(from).en} → ${spaceName(to).en}`,
    },
    roman: {
      fr: ({ written, meant }) => `« ${written} » : les siècles s’écrivent en chiffres romains, « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: centuries are written in Roman numerals, “${meant}”`,
    },
    ending: {
      fr: ({ written, meant }) => `« ${written} » : un siècle est un ordinal, « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: a century is an ordinal, “${meant}”`,
    },
  },
  corrections: {
    about: 'century',
    report(corrections, passage, context) {
      for (const correction of corrections) {
        const { start, end, text } = correction
        const written = passage.text.slice(start, end)
        reportCorrection(passage, context, [correction], {
          from: start,
          to: end,
          message: 'space',
          data: { from: spaceCode(written), to: spaceCode(text) },
          ...(isOnlyWidth(written, text) && { severity: 'info' }),
        })
      }
    },
  },
  among: SEEN.digit | SEEN.romanDigit,
  passage(passage, context) {
    if (!passage.text.includes('siècle')) return
    for (const { 0: written, 1: number = '', 2: rest = '', index } of matchesIn(passage.text, ARABIC)) {
      const meant = `${romanOf(Number(number))}${number === '1' ? 'er' : 'e'}${rest.replace(/\s/, '\u00A0')}`
      context.remark(passage, index, index + written.length, 'roman', { written, meant }, { severity: 'info' })
    }
    for (const { 0: rest, 1: number = '', index } of matchesIn(passage.text, BARE)) {
      const from = index - number.length
      const meant = `${number}${number === 'I' ? 'er' : 'e'}`
      const data = { written: passage.text.slice(from, index) + rest, meant: meant + rest }
      context.remark(passage, from, index, 'ending', data, { text: meant })
    }
  },
}

// Begins at the word, which is rarer than capitals, and looks back: « XXI siècle ».
const BARE = /[ \u00A0\u202F]siècles?(?!\p{L})(?<=(?<![\p{L}\p{M}\d])([IVX]{1,5})[ \u00A0\u202F]siècles?)/gu
const ARABIC = /(?<![\p{L}\d])(2[01]|1\d|[1-9])(?:er|ème|eme|ième|e)([ \u00A0\u202F]siècles?)(?!\p{L})/gu
const TENS = ['', 'X', 'XX']
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

function romanOf(number: number): string {
  return `${TENS[Math.floor(number / 10)]}${ONES[number % 10]}`
}
