import { matchesIn, SIGN_KINDS } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/** Reports centuries not written « XXe siècle », with a no-break space (Imprimerie nationale). */
export const century: Rule = {
  id: 'typography/century',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    space: {
      fr: ({ to }) => `${spaceInstruction(to).fr} devant « siècle »`,
      en: ({ to }) => `${spaceInstruction(to).en} before “siècle”`,
    },
    roman: {
      fr: '« {written} » : les siècles s’écrivent en chiffres romains, « {meant} »',
      en: '“{written}”: centuries are written in Roman numerals, “{meant}”',
    },
    ending: {
      fr: '« {written} » : un siècle est un ordinal, « {meant} »',
      en: '“{written}”: a century is an ordinal, “{meant}”',
    },
  },
  corrections: {
    about: 'century',
    report(correction, passage, context) {
      const data = { to: spaceCode(correction.text) }
      reportCorrection(passage, context, [correction], { message: 'space', data })
    },
  },
  among: SIGN_KINDS.digit | SIGN_KINDS.romanDigit,
  passage(passage, context) {
    if (!passage.text.includes('siècle')) return
    for (const { 0: written, 1: number = '', 2: rest = '', index } of matchesIn(
      passage.text,
      ARABIC,
    )) {
      const meant = `${ordinal(romanOf(Number(number)))}${rest.replace(/\s/, '\u00A0')}`
      context.remark(passage, index, index + written.length, 'roman', { written, meant })
    }
    const without = (from: number, numbers: string, meant: string, rest: string) => {
      const data = { written: numbers + rest, meant: meant + rest }
      context.remark(passage, from, from + numbers.length, 'ending', data, { text: meant })
    }
    for (const { 0: rest, 1: number = '', index } of matchesIn(passage.text, BARE))
      without(index - number.length, number, ordinal(number), rest)
    for (const {
      0: rest,
      1: first = '',
      2: firstEnd = '',
      3: between = '',
      4: last = '',
      5: lastEnd = '',
      index,
    } of matchesIn(passage.text, TWO)) {
      const numbers = first + firstEnd + between + last + lastEnd
      const meant = ordinal(first) + between + ordinal(last)
      if (numbers !== meant) without(index - numbers.length, numbers, meant, rest)
    }
  },
}

// `BARE`: « XXI siècle ». `TWO`: « XIX et XXe siècles ». Each starts at « siècle », rarer in a text
// than capitals, and looks back for the numeral. « X siècles » alone may mean ten centuries.
const BARE =
  /[ \u00A0\u202F]siècle(?!\p{L})(?<=(?<![\p{L}\p{M}\d])([IVX]{1,5})[ \u00A0\u202F]siècle)/gu
const TWO =
  /[ \u00A0\u202F]siècles(?!\p{L})(?<=(?<![\p{L}\p{M}\d])([IVX]{1,5})((?:er|e)?)([ \u00A0\u202F](?:et|ou|au|à)[ \u00A0\u202F]|[-–])([IVX]{1,5})(e?)[ \u00A0\u202F]siècles)/gu
const ARABIC =
  /(?<![\p{L}\d])(2[01]|1\d|[1-9])(?:er|ème|eme|ième|e)([ \u00A0\u202F]siècles?)(?!\p{L})/gu
const TENS = ['', 'X', 'XX']
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

function ordinal(roman: string): string {
  return `${roman}${roman === 'I' ? 'er' : 'e'}`
}

function romanOf(number: number): string {
  return `${TENS[Math.floor(number / 10)]}${ONES[number % 10]}`
}
