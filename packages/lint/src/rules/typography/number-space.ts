import { STOP_WORDS } from '@cahier/core'
import { type Correction, frenchSpacing, matchesIn, SIGN_KINDS } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { correctionsOf } from '../../typography/corrections-of.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/** Reports French numbers without a narrow no-break space between groups of digits. */
export const numberSpace: Rule = {
  id: 'typography/number-space',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    space: {
      fr: ({ number, to }) =>
        `${spaceInstruction(to).fr} entre les groupes de chiffres de « ${number} »`,
      en: ({ number, to }) =>
        `${spaceInstruction(to).en} between the groups of digits of “${number}”`,
    },
    point: {
      fr: ({ number, to }) =>
        `${spaceInstruction(to).fr}, et non un point, entre les groupes de chiffres de « ${number} »`,
      en: ({ number, to }) =>
        `${spaceInstruction(to).en}, and no point, between the groups of digits of “${number}”`,
    },
    decimal: {
      fr: '« {number} » : en français, une virgule sépare les décimales',
      en: '“{number}”: French decimals have a comma',
    },
    block: {
      fr: '« {number} » : les chiffres d’une quantité vont par groupes de trois, « {meant} »',
      en: '“{number}”: the digits of a quantity go by three, “{meant}”',
    },
  },
  corrections: {
    about: 'number-space',
    report(correction, passage, context, all, index) {
      const { start, end, text } = correction
      const isNext = (at: number) => areOfOneNumber(all[at - 1], all[at], passage.text)
      if (isNext(index)) return
      let next = index + 1
      while (isNext(next)) next++
      const group = all.slice(index, next)
      const before = passage.text.slice(Math.max(0, start - 4), start)
      const from = start - (/\d*$/.exec(before)?.[0].length ?? 0)
      const last = (group.at(-1) as Correction).end
      const isDecimal = text === ','
      const decimals = /^\d*/.exec(passage.text.slice(end, end + 2))?.[0].length ?? 0
      const to = isDecimal ? end + decimals : last + 3
      const grouping = passage.text.slice(start, end) === '.' ? 'point' : 'space'
      reportCorrection(passage, context, group, {
        from,
        to,
        message: isDecimal ? 'decimal' : grouping,
        data: { number: passage.text.slice(from, to), to: spaceCode(text) },
      })
    },
  },
  among: SIGN_KINDS.digit,
  passage(passage, { settings, remark }) {
    for (const { 0: number, 1: counted = '', index } of matchesIn(passage.text, BLOCK)) {
      if (STOP_WORDS.fr.has(counted)) continue
      if (/\D/.test(number) && MEASURE.test(counted)) continue
      // Typography already corrects a number before a unit.
      if (
        correctionsOf(passage, settings).some(
          ({ start }) => index < start && start < index + number.length,
        )
      )
        continue
      const { digits } = frenchSpacing(settings.locale, settings.punctuationSpace)
      const meant = number.replace(/\D/, '').replace(/\B(?=(?:\d{3})+$)/g, digits)
      remark(passage, index, index + number.length, 'block', { number, meant })
    }
  },
}

// A quantity precedes a plural noun. A number after a name is skipped: « ISO 27001 », « rubrique
// 2.200 ». A point may be decimal: « 1.842 enfants ». After one digit, a point is reported only
// before two final zeros (« 1.200 »); after two or three digits, always (« 12.345 »). Before a word
// of `MEASURE`, a number with a point or a comma is never reported.
const BLOCK =
  /(?=[1-9][\d.,]{4})(?<![\p{L}\p{M}\d.,/+’'-]|(?:[\p{Lu}.]|(?:code|n[°º]|version|article|rubrique|section|chapitre|paragraphe|annexe|norme)s?)[ \u00A0\u202F])(?:\d{5,9}|\d{1,3}\.\d00|\d{2,3}\.\d{3}|\d{1,3},000)(?=[ \u00A0\u202F](\p{Ll}{3,}s)(?![\p{L}\p{M}’']))/gu

const MEASURE =
  /^(?:fois|points|degrés|secondes|minutes|heures|pieds|pouces|livres|calories|euros|francs|dollars|carats|miles|pixels|radians|.*(?:ions|liards|ares|mètres|grammes|litres|tonnes|watts|volts|octets|bars|moles|joules|newtons|pascals|teslas|kelvins|ampères|ohms|lumens|microns|dioptries|décibels))$/

// True for separators of thousands in one number, three digits apart.
function areOfOneNumber(
  first: Correction | undefined,
  second: Correction | undefined,
  text: string,
): boolean {
  return (
    first !== undefined &&
    second?.start === first.end + 3 &&
    first.text !== ',' &&
    second.text !== ',' &&
    /^\d{3}$/.test(text.slice(first.end, second.start))
  )
}
