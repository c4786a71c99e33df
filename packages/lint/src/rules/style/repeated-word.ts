import { wordSet } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports a word written twice in a row (as in LanguageTool). */
export const repeatedWord: Rule = {
  id: 'style/repeated-word',
  severity: 'warning',
  messages: {
    twice: {
      fr: '« {word} » est écrit deux fois de suite : un de trop ?',
      en: '“{word}” is written twice in a row: one too many?',
    },
    insisting: {
      fr: '« {word} » est redoublé : c’est une insistance de l’oral, un mot plus précis dirait mieux',
      en: '“{word}” is doubled: people insist so when they speak; a more exact word would say it better',
    },
  },
  passage(passage, { settings, remark }) {
    const { text } = passage
    const admitted = ADMITTED[settings.language.slice(0, 2).toLowerCase()]
    for (const { word, start, end } of doubledWords(text)) {
      const key = word.replace(/’/g, "'")
      const before = text.slice(Math.max(0, start - 4), start)
      // A capital inside a sentence makes a name: `L’Est est`, `Bora Bora`.
      const isName =
        /\p{Lu}/u.test(word) || (text.charAt(start) !== word.charAt(0) && !BEGINS.test(before))
      const isAdmitted =
        admitted?.has(key) ||
        (AFTER_ELISION.has(key) && /l['’]$/i.test(before)) ||
        (key === 'en' && /^\s+\p{L}+ant(?!\p{L})/u.test(text.slice(end, end + 40)))
      // In « Un fichier *fichier* », the emphasis shows that the second word is a literal name.
      const isTyped =
        word.length >= WORTH_A_NAME &&
        !passage.gaps.has(start) &&
        passage.gaps.has(end - word.length) &&
        (passage.gaps.has(end) || end === text.length)
      if (!isName && !isAdmitted && !isTyped)
        remark(passage, { start, end }, INSISTING.has(key) ? 'insisting' : 'twice', { word })
    }
  },
}

const WORTH_A_NAME = 5
const BEGINS = /(?:^|[.!?…:«“"]\s*)$/u

const ADMITTED: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: wordSet(
    'nous vous faire reste for si non oui bah ben bon bravo stop pff boum clac pan tic tac dring miam youpi zut ha hé ah oh ho hi ta pom toc chut bla cha cui coin gna na ouah yeah holà là eh hep hop hmm ouais allô allez allons tiens aïe ouf euh hum hein',
  ),
  en: wordSet('for that had is her you do no yes so ha bye'),
}
/** Words that may be doubled after « l’ »: « l’a a raison », « l’un un chat ». */
const AFTER_ELISION = wordSet('a ont est était avait avaient aura auront un une été')
const INSISTING = wordSet(
  'très trop bien plus tout vite fort loin longtemps beaucoup jamais toujours grand petit very really much',
)

/**
 * The words written twice in a row. Two words, « le vote le vote », count only when the first is a
 * grammar word, since others may be a refrain.
 */
function doubledWords(text: string) {
  if (!MAY_DOUBLE.test(text.toLowerCase())) return []
  return [ONE, TWO].flatMap((pattern) =>
    matchesIn(text, pattern).map(({ 0: whole, index, groups: { first = '', word = '' } = {} }) => ({
      word: word.replace(/\s/, ' '),
      start: index + whole.trimEnd().length - first.length,
      end: index + whole.length + word.length,
    })),
  )
}

const WORD = "\\p{L}[\\p{L}\\p{M}'’]*"
const END = "(?![\\p{L}\\p{M}\\p{N}_'’‑@/-]|\\.\\p{L})"
const ELIDED = "(?:[a-z]|qu|jusqu|lorsqu|puisqu)['’]"
// A fast test, because few texts repeat a word.
const MAY_DOUBLE = /(?<![^\s«“„"(‹[—–\uFFFC'’])(?=(\S{1,60}))\1\s+(?:\S+\s+)?\1(?![a-z])/
const ONE = new RegExp(
  `(?<!\\S)[«“„"(‹[—–\\uFFFC]*(?:${ELIDED})?(?<first>${WORD})\\s+(?=(?<word>\\1)${END})`,
  'giu',
)
const TWO = new RegExp(
  `(?<!\\S)(?<first>(d[eu]s?|l[ae]s?|une?|en|dans|pour|par|sur|aux?|cet?|cette|ces|qui|que|the|an?|of|in|to|for|this|these)\\s(\\p{L}{4,}))\\s(?=(?<word>\\2\\s\\3)${END})`,
  'giu',
)
