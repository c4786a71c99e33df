import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { spaceMessage } from '../../typography/correction-messages.ts'

/** Reports centuries not written « XXe siècle », with a no-break space (Imprimerie nationale). */
export const century: Rule = {
  id: 'typography/century',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    space: spaceMessage('{space} devant « siècle »', '{space} before “siècle”'),
    roman: {
      fr: '« {written} » : les siècles s’écrivent en chiffres romains, « {meant} »',
      en: '“{written}”: centuries are written in Roman numerals, “{meant}”',
    },
    ending: {
      fr: '« {written} » : un siècle est un ordinal, « {meant} »',
      en: '“{written}”: a century is an ordinal, “{meant}”',
    },
  },
  correction: (correction, passage, { remark }) =>
    remark(passage, correction, 'space', { to: correction.text }, [correction]),
  passage(passage, { remark }) {
    const { text } = passage
    if (!text.includes('siècle')) return
    for (const match of matchesIn(text, ARABIC)) {
      const [, number, rest = ''] = match
      const meant = ordinal(romanOf(Number(number))) + rest.replace(/\s/, '\u00A0')
      remark(passage, match, 'roman', { meant })
    }
    for (const match of matchesIn(text, BARE)) {
      const [rest, numeral, pair = '', first = '', between = '', last = ''] = match
      const numbers = numeral ?? pair
      const fix = numeral ? ordinal(numeral) : ordinal(first) + between + ordinal(last)
      const data = { written: numbers + rest, meant: fix + rest }
      const at = { start: match.index - numbers.length, end: match.index }
      if (numbers !== fix) remark(passage, at, 'ending', data, fix)
    }
  },
}

// « XXI siècle » or « XIX et XXe siècles ». « X siècles » alone may mean ten centuries.
const BARE =
  /[ \u00A0\u202F]siècle(?:(?!\p{L})(?<=(?<![\p{L}\p{M}\d])([IVX]{1,5})[ \u00A0\u202F]siècle)|s(?!\p{L})(?<=(?<![\p{L}\p{M}\d])(([IVX]{1,5})(?:er|e)?([ \u00A0\u202F](?:et|ou|au|à)[ \u00A0\u202F]|[-–])([IVX]{1,5})e?)[ \u00A0\u202F]siècles))/gu
const ARABIC =
  /(?<![\p{L}\d])(2[01]|1\d|[1-9])(?:er|ème|eme|ième|e)([ \u00A0\u202F]siècles?)(?!\p{L})/gu
const TENS = ['', 'X', 'XX']
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

function ordinal(roman: string) {
  return `${roman}${roman === 'I' ? 'er' : 'e'}`
}

function romanOf(number: number) {
  return `${TENS[Math.floor(number / 10)]}${ONES[number % 10]}`
}
