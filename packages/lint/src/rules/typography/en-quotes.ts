import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports straight quotes and apostrophes in an English text that mostly has curly quotes. */
export const enQuotes: Rule = {
  id: 'typography/en-quotes',
  severity: 'warning',
  fixes: true,
  languages: ['en'],
  messages: {
    mixed: {
      fr: ({ written }) =>
        `« ${written} » est droit, et ce texte emploie ailleurs des signes courbes : écrivez ${written === "'" ? '’' : '“ ou ”'}`,
      en: ({ written }) =>
        `“${written}” is straight, and elsewhere this text has curly signs: write ${written === "'" ? '’' : '“ or ”'}`,
    },
  },
  text({ passages, remark }) {
    const curly = passages.flatMap(({ text }) => matchesIn(text, CURLY))
    const straight = passages.flatMap((passage) =>
      matchesIn(passage.text, STRAIGHT).map((match) => ({ passage, match })),
    )
    if (straight.length <= curly.length)
      for (const { passage, match } of straight)
        remark(passage, match, 'mixed', {}, match[0] === "'" ? '’' : undefined)
  },
}

const CURLY = /[“”]|’(?=\p{L})(?<=\p{L}’)/gu
const STRAIGHT = /'(?=\p{L})(?<=\p{L}')|"(?=\S)(?<![^\s(]")/gu
