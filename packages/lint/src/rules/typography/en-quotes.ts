import type { Rule, TextContext } from '../../rule.ts'

/** In English, one kind of quotes and apostrophes in a text: where curly ones are used, straight ones are reported. */
export const enQuotes: Rule = {
  id: 'typography/en-quotes',
  severity: 'info',
  fixed: false,
  languages: ['en'],
  messages: {
    mixed: {
      fr: ({ written }) => `« ${written} » est droit, et ce texte emploie ailleurs des guillemets et des apostrophes courbes`,
      en: ({ written }) => `“${written}” is straight, and elsewhere this text has curly quotes and apostrophes`,
    },
  },
  text(context) {
    const { passages } = context
    const curly = passages.reduce((count, { text }) => count + (text.match(CURLY)?.length ?? 0), 0)
    const straight = passages.reduce((count, { text }) => count + (text.match(STRAIGHT)?.length ?? 0), 0)
    // The minority is reported, and only where both are in use.
    if (curly > 0 && straight <= curly) for (const passage of passages) reportStraight(passage, context)
  },
}

const CURLY = /[“”]|(?<=\p{L})’(?=\p{L})/gu
const STRAIGHT = /(?<=\p{L})'(?=\p{L})|(?<![^\s(])"(?=\S)/gu

function reportStraight(passage: TextContext['passages'][number], { remark }: TextContext): void {
  for (const { 0: written, index } of passage.text.matchAll(STRAIGHT))
    remark(passage, index, index + 1, 'mixed', { written }, written === "'" ? { text: '’' } : {})
}
