import { STOP_WORDS } from '@cahier/core'
import { type Correction, frenchSpacing, matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { spaceMessage } from '../../typography/correction-messages.ts'
import { correctionsOf } from '../../typography/corrections-of.ts'

/**
 * Reports French numbers with a decimal point, or no narrow no-break space between digit groups.
 */
export const numberSpace: Rule = {
  id: 'typography/number-space',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    space: spaceMessage(
      '{space} entre les groupes de chiffres de « {written} »',
      '{space} between the groups of digits of “{written}”',
    ),
    point: spaceMessage(
      '{space}, et non un point, entre les groupes de chiffres de « {written} »',
      '{space}, and no point, between the groups of digits of “{written}”',
    ),
    decimal: {
      fr: '« {written} » : en français, une virgule sépare les décimales',
      en: '“{written}”: French decimals have a comma',
    },
    block: {
      fr: '« {written} » : les chiffres d’une quantité vont par groupes de trois, « {meant} »',
      en: '“{written}”: the digits of a quantity go by three, “{meant}”',
    },
  },
  correction(correction, passage, { remark }, all, index) {
    const { start, end, text } = correction
    const isNext = (at: number) => areOfOneNumber(all[at - 1], all[at], passage.text)
    if (isNext(index)) return
    let next = index + 1
    while (isNext(next)) next++
    const group = all.slice(index, next)
    const before = /\d*$/.exec(passage.text.slice(Math.max(0, start - 4), start))?.[0] ?? ''
    const from = start - before.length
    const grouping = passage.text.slice(start, end) === '.' ? 'point' : 'space'
    const decimals = /^\d*/.exec(passage.text.slice(end, end + 2))?.[0] ?? ''
    const last = text === ',' ? end + decimals.length : (group.at(-1) ?? correction).end + 3
    const message = text === ',' ? 'decimal' : grouping
    remark(passage, { start: from, end: last }, message, { to: text }, group)
  },
  passage(passage, { settings, remark }) {
    for (const match of matchesIn(passage.text, BLOCK)) {
      const { 0: number, 1: counted = '', index } = match
      if (STOP_WORDS.fr.has(counted) || (/\D/.test(number) && MEASURE.test(counted))) continue
      // Typography already corrects a number before a unit.
      const end = index + number.length
      if (correctionsOf(passage, settings).some(({ start }) => index < start && start < end))
        continue
      const { digits } = frenchSpacing(settings.locale, settings.punctuationSpace)
      const meant = number.replace(/\D/, '').replace(/\B(?=(?:\d{3})+$)/g, digits)
      remark(passage, match, 'block', { meant })
    }
  },
}

// A number before a plural noun, « 12345 enfants », is a quantity; « ISO 27001 » is a name. The
// point of « 1.842 » may be decimal, but that of « 1.200 » rarely is.
const BLOCK =
  /(?=[1-9][\d.,]{4})(?<![\p{L}\p{M}\d.,/+’'-]|(?:[\p{Lu}.]|(?:code|n[°º]|version|article|rubrique|section|chapitre|paragraphe|annexe|norme)s?)[ \u00A0\u202F])(?:\d{5,9}|\d{1,3}\.\d00|\d{2,3}\.\d{3}|\d{1,3},000)(?=[ \u00A0\u202F](\p{Ll}{3,}s)(?![\p{L}\p{M}’']))/gu

const MEASURE =
  /^(?:fois|points|degrés|secondes|minutes|heures|pieds|pouces|livres|calories|euros|francs|dollars|carats|miles|pixels|radians|.*(?:ions|liards|ares|mètres|grammes|litres|tonnes|watts|volts|octets|bars|moles|joules|newtons|pascals|teslas|kelvins|ampères|ohms|lumens|microns|dioptries|décibels))$/

function areOfOneNumber(
  first: Correction | undefined,
  second: Correction | undefined,
  text: string,
) {
  return (
    first !== undefined &&
    second?.start === first.end + 3 &&
    first.text !== ',' &&
    second.text !== ',' &&
    /^\d{3}$/.test(text.slice(first.end, second.start))
  )
}
