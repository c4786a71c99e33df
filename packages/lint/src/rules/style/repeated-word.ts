import { type Passage, SEEN } from '@cahier/prose'
import type { Rule } from '../../rule.ts'
import { doubledWords } from '../../style/doubled-words.ts'

/**
 * A word written twice in a row, across emphasis and line ends (after LanguageTool's rule of the
 * same name; the exceptions are ours).
 */
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
      fr: ({ word }) =>
        `« ${word} » est redoublé : c’est une insistance de l’oral, un mot plus précis dirait mieux`,
      en: ({ word }) =>
        `“${word}” is doubled: people insist so when they speak; a more exact word would say it better`,
    },
  },
  among: SEEN.space | SEEN.control,
  passage(passage, { settings, remark }) {
    const doubled = doubledWords(passage.text)
    if (doubled.length === 0) return
    const admitted = ADMITTED[settings.language.slice(0, 2).toLowerCase()] ?? NONE
    for (const { word, from, to } of doubled) {
      // `L’Est est`, `Bora Bora`: a capital inside a sentence makes a name.
      const first = passage.text.charAt(from)
      if (
        /\p{Lu}/u.test(word) ||
        (first !== word.charAt(0) && !BEGINS.test(passage.text.slice(Math.max(0, from - 4), from)))
      )
        continue
      const key = word.replace(/’/g, "'")
      if (AFTER_ELISION.has(key) && /l['’]$/i.test(passage.text.slice(Math.max(0, from - 2), from)))
        continue
      if (
        admitted.has(key) ||
        (key === 'en' && /^\s+\p{L}+ant(?!\p{L})/u.test(passage.text.slice(to, to + 40)))
      )
        continue
      // « Un fichier *fichier* »: alone in italics, the second stands for what is to be written
      // there.
      if (
        word.length >= WORTH_A_NAME &&
        !passage.gaps.has(from) &&
        passage.gaps.has(to - word.length) &&
        isMarked(passage, to)
      )
        continue
      if (INSISTING.has(key)) remark(passage, from, to, 'insisting', { word })
      else remark(passage, from, to, 'twice', { word })
    }
  },
}

function isMarked({ gaps, text }: Passage, end: number): boolean {
  return gaps.has(end) || end === text.length
}

const WORTH_A_NAME = 5
const BEGINS = /(?:^|[.!?…:«“"]\s*)$/u

const NONE: ReadonlySet<string> = new Set()
/** What grammar wants twice, and what is always said twice. */
const ADMITTED: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'nous vous faire reste for si non oui bah ben bon bravo stop pff boum clac pan tic tac dring miam youpi zut ha hé ah oh ho hi ta pom toc chut bla cha cui coin gna na ouah yeah holà là eh hep hop hmm ouais allô allez allons tiens aïe ouf euh hum hein'.split(
      ' ',
    ),
  ),
  en: new Set('for that had is her you do no yes so ha bye'.split(' ')),
}
/** « Celui qui l’a a raison », « l’est est sec », « l’un un chat, l’autre un chien ». */
const AFTER_ELISION: ReadonlySet<string> = new Set(
  'a ont est était avait avaient aura auront un une été'.split(' '),
)
const INSISTING: ReadonlySet<string> = new Set(
  'très trop bien plus tout vite fort loin longtemps beaucoup jamais toujours grand petit very really much'.split(
    ' ',
  ),
)
