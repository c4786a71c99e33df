import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'
import { isOnlyWidth, spaceCode, spaceName } from '../../space-name.ts'

/** In French, a no-break space between a number and `%`, a currency or a unit (Lexique de l’Imprimerie nationale; CLDR). */
export const symbolSpace: Rule = {
  id: 'typography/symbol-space',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    space: {
      fr: ({ symbol, from, to }) => `devant « ${symbol} » : ${spaceName(from).fr} → ${spaceName(to).fr}`,
      en: ({ symbol, from, to }) => `before “${symbol}”: ${spaceName(from).en} → ${spaceName(to).en}`,
    },
  },
  corrections: {
    about: 'symbol-space',
    report(corrections, passage, context) {
      for (const correction of corrections) {
        const { start, end, text } = correction
        const symbol = /^(?:[%‰$£¥]|[^\s\uFFFC.,;:!?)\]»]{1,12})/u.exec(passage.text.slice(end, end + 12))?.[0] ?? ''
        const written = passage.text.slice(start, end)
        reportCorrection(passage, context, [correction], {
          from: start,
          to: end + symbol.length,
          message: 'space',
          data: { symbol, from: spaceCode(written), to: spaceCode(text) },
          ...(isOnlyWidth(written, text) && { severity: 'info' }),
        })
      }
    },
  },
}
