import type { Rule } from '../../rule.ts'

/** A word written twice in a row, across emphasis and line ends (after LanguageTool's rule of the same name; the exceptions are ours). */
export const repeatedWord: Rule = {
  id: 'style/repeated-word',
  severity: 'warning',
  fixed: false,
  messages: {
    twice: {
      fr: ({ word }) => `« ${word} » est écrit deux fois de suite : un de trop ?`,
      en: ({ word }) => `“${word}” is written twice in a row: one too many?`,
    },
    insisting: {
      fr: ({ word }) => `« ${word} » est redoublé : c’est une insistance de l’oral, un mot plus précis dirait mieux`,
      en: ({ word }) => `“${word}” is doubled: that insists as speech does, a more exact word would say it better`,
    },
  },
  passage(passage, { settings, remark }) {
    const admitted = ADMITTED[settings.language.slice(0, 2).toLowerCase()] ?? NONE
    for (const { 0: twice, 1: word = '', index } of passage.text.matchAll(TWICE)) {
      const to = index + twice.length
      const second = twice.slice(-word.length)
      // `L’Est est`, `Bora Bora`, `UE UE`: a capital inside a sentence makes a name.
      if (/\p{Lu}/u.test(second) || (/^\p{Lu}/u.test(word) && !BEGINS.test(passage.text.slice(Math.max(0, index - 4), index)))) continue
      const key = second.replace(/’/g, "'")
      if (admitted.has(key) || (key === 'en' && /^\s+\p{L}+ant(?!\p{L})/u.test(passage.text.slice(to, to + 40)))) continue
      remark(
        passage,
        index,
        to,
        INSISTING.has(key) ? 'insisting' : 'twice',
        { word: second },
        INSISTING.has(key) ? { severity: 'info' } : {},
      )
    }
  },
}

const TWICE = /(?<![\p{L}\p{M}\p{N}_'’‑./@-])(\p{L}[\p{L}\p{M}'’]*)\s+\1(?![\p{L}\p{M}\p{N}_'’‑@/-]|\.\p{L})/giu
const BEGINS = /(?:^|[.!?…:«“"]\s*)$/u

const NONE: ReadonlySet<string> = new Set()
/** What grammar wants twice, and what is always said twice. */
const ADMITTED: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set('nous vous faire si non oui ha hé ah oh ho hi ta pom toc chut bla cha cui coin gna na ouah yeah'.split(' ')),
  en: new Set('that had is her you do no yes so ha bye'.split(' ')),
}
const INSISTING: ReadonlySet<string> = new Set(
  'très trop bien plus tout vite fort loin longtemps beaucoup jamais toujours grand petit very really much'.split(' '),
)
