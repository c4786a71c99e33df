import { matchesIn, NO_BREAK, ODD_UNITS, SIGN_KINDS } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/** Reports French numbers without a no-break space before `%`, a currency or a unit. */
export const symbolSpace: Rule = {
  id: 'typography/symbol-space',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    space: {
      fr: ({ symbol, to }) => `${spaceInstruction(to).fr} devant « ${symbol} »`,
      en: ({ symbol, to }) => `${spaceInstruction(to).en} before “${symbol}”`,
    },
    after: {
      fr: '« {written} » : en français, le symbole suit le nombre, « {meant} »',
      en: '“{written}”: in French the symbol follows the number, “{meant}”',
    },
    form: {
      fr: '« {written} » : le symbole s’écrit « {meant} »',
      en: '“{written}”: the symbol is written “{meant}”',
    },
  },
  corrections: {
    about: 'symbol-space',
    report(correction, passage, context) {
      const { end, text } = correction
      const after = passage.text.slice(end, end + 12)
      const symbol = /^(?:[%‰$£¥]|[^\s\uFFFC.,;:!?)\]»]{1,12})/u.exec(after)?.[0] ?? ''
      reportCorrection(passage, context, [correction], {
        to: end + symbol.length,
        message: 'space',
        data: { symbol, to: spaceCode(text) },
      })
    },
  },
  among: SIGN_KINDS.digit,
  passage(passage, { remark }) {
    for (const { 0: written, index } of matchesIn(passage.text, ODD)) {
      const from =
        written.startsWith('°') && /\s/.test(passage.text.charAt(index - 1)) ? index - 1 : index
      const meant = ODD_UNITS[written] ?? '°C'
      const text = meant === '°C' ? `${NO_BREAK}°C` : meant
      remark(passage, from, index + written.length, 'form', { written, meant }, { text })
    }
    for (const { 0: written, 1: hours = '', 2: minutes = '', 3: price = '', index } of matchesIn(
      passage.text,
      MISPLACED,
    )) {
      const isTime = price === ''
      const text = isTime ? `${hours}${NO_BREAK}h${NO_BREAK}${minutes}` : `${price}${NO_BREAK}€`
      const data = { written, meant: text }
      remark(passage, index, index + written.length, isTime ? 'form' : 'after', data, { text })
    }
  },
}

// « 20° C », except in a law (« le 2° C de l’article 12 ») or a path (`aws/kms`). The search starts
// at the letters, rarer than digits.
const ODD = new RegExp(
  `(?=[KkMmc°]|hrs)(?<=\\d[ \\u00A0\\u202F]?|[€a-z]/(?!kms|cm2))(?:°[ \\u00A0\\u202F]C(?![ \\u00A0\\u202F](?:de l[’']a(?:rticle|nnexe|linéa)|du (?:[IVX]+(?!\\p{L})|présent|même|code)))(?<!(?<!\\p{L})au \\d{1,2}[ \\u00A0\\u202F]?°.C)|${Object.keys(ODD_UNITS).join('|')})(?![\\p{L}\\p{M}\\d’'²³-])`,
  'gu',
)

// « 14H30 » and « €50 », but not « 10 €50 » nor English thousands.
const MISPLACED =
  /(?<![\p{L}\p{M}\d.,:/_@-])([01]?\d|2[0-3])H([0-5]\d)(?![\p{L}\d/_@-])|(?<![\p{L}\d$€£/_-]|\d[ \u00A0\u202F])€[ \u00A0\u202F]?(\d{1,3}(?:[ \u00A0\u202F]\d{3})*(?:,\d{1,2})?)(?![.,]?\d|[\p{L}_/-])/gu
