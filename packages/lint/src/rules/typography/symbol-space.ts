import { matchesIn, NO_BREAK, ODD_UNITS } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { spaceMessage } from '../../typography/correction-messages.ts'

/**
 * Reports French numbers with a misplaced (`€50`) or misspelt unit, or a wrong space before a unit.
 */
export const symbolSpace: Rule = {
  id: 'typography/symbol-space',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    space: spaceMessage('{space} devant « {symbol} »', '{space} before “{symbol}”'),
    after: {
      fr: '« {written} » : en français, le symbole suit le nombre, « {meant} »',
      en: '“{written}”: in French the symbol follows the number, “{meant}”',
    },
    form: {
      fr: '« {written} » : le symbole s’écrit « {meant} »',
      en: '“{written}”: the symbol is written “{meant}”',
    },
  },
  correction(correction, passage, { remark }) {
    const { start, end, text } = correction
    const after = passage.text.slice(end, end + 12)
    const symbol = /^(?:[%‰$£¥]|[^\s\uFFFC.,;:!?)\]»]{1,12})/u.exec(after)?.[0] ?? ''
    const at = { start, end: end + symbol.length }
    remark(passage, at, 'space', { symbol, to: text }, [correction])
  },
  passage(passage, { remark }) {
    for (const match of matchesIn(passage.text, ODD)) {
      const { 0: written, index } = match
      const unit = ODD_UNITS[written]
      if (unit !== undefined) remark(passage, match, 'form', {}, unit)
      else {
        const start = /\s/.test(passage.text.charAt(index - 1)) ? index - 1 : index
        const at = { start, end: index + written.length }
        remark(passage, at, 'form', { written, meant: '°C' }, `${NO_BREAK}°C`)
      }
    }
    for (const match of matchesIn(passage.text, MISPLACED)) {
      const [, hours, minutes, price] = match
      if (price !== undefined) remark(passage, match, 'after', {}, `${price}${NO_BREAK}€`)
      else remark(passage, match, 'form', {}, `${hours}${NO_BREAK}h${NO_BREAK}${minutes}`)
    }
  },
}

// Finds « 20° C » and « 5 kms », but not a law (« le 2° C de l’article 12 ») or a path (`aws/kms`).
const ODD = new RegExp(
  `(?=[KkMmc°]|hrs)(?<=\\d[ \\u00A0\\u202F]?|[€a-z]/(?!kms|cm2))(?:°[ \\u00A0\\u202F]C(?![ \\u00A0\\u202F](?:de l[’']a(?:rticle|nnexe|linéa)|du (?:[IVX]+(?!\\p{L})|présent|même|code)))(?<!(?<!\\p{L})au \\d{1,2}[ \\u00A0\\u202F]?°.C)|${Object.keys(ODD_UNITS).join('|')})(?![\\p{L}\\p{M}\\d’'²³-])`,
  'gu',
)

// « 14H30 » and « €50 », but not « 10 €50 » nor English thousands.
const MISPLACED =
  /(?<![\p{L}\p{M}\d.,:/_@-])([01]?\d|2[0-3])H([0-5]\d)(?![\p{L}\d/_@-])|(?<![\p{L}\d$€£/_-]|\d[ \u00A0\u202F])€[ \u00A0\u202F]?(\d{1,3}(?:[ \u00A0\u202F]\d{3})*(?:,\d{1,2})?)(?![.,]?\d|[\p{L}_/-])/gu
