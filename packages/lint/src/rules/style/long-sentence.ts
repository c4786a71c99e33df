import type { Rule } from '../../engine/rule.ts'
import { sentencesOf } from '../../style/sentences-of.ts'

/** Reports long sentences, except titles and mostly quoted ones. */
export const longSentence: Rule = {
  id: 'style/long-sentence',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    long: {
      fr: ({ words }) =>
        `cette phrase a ${words} mots ; au-delà de ${LONG}, mieux vaut la couper en deux`,
      en: ({ words }) => `this sentence has ${words} words; above ${LONG}, it is better cut in two`,
    },
  },
  passage(passage, { remark }) {
    if (passage.kind === 'heading' || passage.pointer === '/title') return
    for (const { start, end, words } of sentencesOf(passage.text)) {
      if (words > LONG && !isMostlyQuoted(passage.text.slice(start, end)))
        remark(passage, { start, end }, 'long', { words })
    }
  },
}

/** The maximum, in words. */
const LONG = 35

function isMostlyQuoted(sentence: string) {
  const quoted = sentence.match(/«[^»]*(?:»|$)|“[^”]*(?:”|$)/g) ?? []
  return quoted.reduce((sum, { length }) => sum + length, 0) > sentence.length / 2
}
