import { STOP_WORDS } from '@cahier/core'
import { type Correction, frenchSpacing, matchesIn, type Passage, SIGN_KINDS } from '@cahier/prose'
import type { PassageContext, Rule } from '../../engine/rule.ts'
import { correctionsOf } from '../../typography/corrections-of.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/**
 * Reports French numbers without a narrow no-break space between groups of three digits. Numbers
 * that name something are not grouped.
 */
export const numberSpace: Rule = {
  id: 'typography/number-space',
  severity: 'warning',
  fixed: false,
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
    report(all, passage, context) {
      for (let at = 0; at < all.length; ) {
        if (all[at]?.text === ',') {
          reportDecimal(all[at] as Correction, passage, context)
          at++
          continue
        }
        const group = numberAt(passage.text, all, at)
        const { start, end, text } = group[0] as Correction
        const last = group.at(-1) as Correction
        const from =
          start - (/\d*$/.exec(passage.text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0)
        const written = passage.text.slice(start, end)
        reportCorrection(passage, context, group, {
          from,
          to: last.end + 3,
          message: written === '.' ? 'point' : 'space',
          data: { number: passage.text.slice(from, last.end + 3), to: spaceCode(text) },
        })
        at += group.length
      }
    },
  },
  among: SIGN_KINDS.digit,
  passage(passage, { settings, remark }) {
    for (const { 0: number, 1: counted = '', index } of matchesIn(passage.text, BLOCK)) {
      if (STOP_WORDS.fr.has(counted)) continue
      if (/\D/.test(number) && MEASURE.test(counted)) continue
      // Before a unit, typography already has the correction.
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

// A quantity precedes a plural noun. A number that names something follows a name, and is skipped:
// « ISO 27001 », « rubrique 2.200 ». A point may be decimal in averages (« 1.842 enfants ») and
// measures, not in counts (« 2.500 repas »). So `1.234` is reported only when it ends with 00,
// `12.345` always, and no number with a point or a comma before a `MEASURE`.
const BLOCK =
  /(?=[1-9][\d.,]{4})(?<![\p{L}\p{M}\d.,/+’'-]|(?:[\p{Lu}.]|(?:code|n[°º]|version|article|rubrique|section|chapitre|paragraphe|annexe|norme)s?)[ \u00A0\u202F])(?:\d{5,9}|\d{1,3}\.\d00|\d{2,3}\.\d{3}|\d{1,3},000)(?=[ \u00A0\u202F](\p{Ll}{3,}s)(?![\p{L}\p{M}’']))/gu

const MEASURE =
  /^(?:fois|points|degrés|secondes|minutes|heures|pieds|pouces|livres|calories|euros|francs|dollars|carats|miles|pixels|radians|.*(?:ions|liards|ares|mètres|grammes|litres|tonnes|watts|volts|octets|bars|moles|joules|newtons|pascals|teslas|kelvins|ampères|ohms|lumens|microns|dioptries|décibels))$/

function reportDecimal(change: Correction, passage: Passage, context: PassageContext): void {
  const { text } = passage
  const from =
    change.start -
    (/\d*$/.exec(text.slice(Math.max(0, change.start - 4), change.start))?.[0].length ?? 0)
  const to = change.end + (/^\d*/.exec(text.slice(change.end, change.end + 2))?.[0].length ?? 0)
  reportCorrection(passage, context, [change], {
    from,
    to,
    message: 'decimal',
    data: { number: text.slice(from, to) },
  })
}

// The corrections of one number: separators three digits apart.
function numberAt(text: string, all: readonly Correction[], at: number): readonly Correction[] {
  let last = at
  while (
    all[last + 1]?.start === (all[last] as Correction).end + 3 &&
    all[last + 1]?.text !== ',' &&
    /^\d{3}$/.test(text.slice((all[last] as Correction).end, all[last + 1]?.start))
  )
    last++
  return all.slice(at, last + 1)
}
