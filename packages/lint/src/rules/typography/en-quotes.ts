import { matchesIn, type Passage, SIGN_KINDS } from '@cahier/prose'
import type { Rule, TextContext } from '../../engine/rule.ts'

/** Reports straight quotes and apostrophes in an English text that mostly has curly quotes. */
export const enQuotes: Rule = {
  id: 'typography/en-quotes',
  severity: 'warning',
  languages: ['en'],
  messages: {
    mixed: {
      fr: ({ written }) =>
        `« ${written} » est droit, et ce texte emploie ailleurs des signes courbes : écrivez ${curly(written, 'ou')}`,
      en: ({ written }) =>
        `“${written}” is straight, and elsewhere this text has curly signs: write ${curly(written, 'or')}`,
    },
  },
  text(context) {
    const curly = count(CURLY, withSigns(context.passages, SIGN_KINDS.curlyQuote))
    if (curly === 0) return
    const passages = withSigns(
      context.passages,
      SIGN_KINDS.straightApostrophe | SIGN_KINDS.straightQuote,
    )
    if (count(STRAIGHT, passages) <= curly)
      for (const passage of passages) reportStraight(passage, context)
  },
}

function curly(written: string | undefined, or: string): string {
  return written === "'" ? '’' : `“ ${or} ”`
}

function withSigns(passages: readonly Passage[], signs: number): readonly Passage[] {
  return passages.filter(({ glance: { seen } }) => (seen & signs) !== 0)
}

function count(pattern: RegExp, passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
}

// The sign comes before the lookbehind, which is faster.
const CURLY = /[“”]|’(?=\p{L})(?<=\p{L}’)/gu
const STRAIGHT = /'(?=\p{L})(?<=\p{L}')|"(?=\S)(?<![^\s(]")/gu

function reportStraight(passage: Passage, { remark }: TextContext): void {
  for (const { 0: written, index } of matchesIn(passage.text, STRAIGHT))
    remark(passage, index, index + 1, 'mixed', { written }, written === "'" ? { text: '’' } : {})
}
