import { languageOf } from '@cahier/core'
import { unfoldedText } from '@cahier/prose'
import type { ParsedLooseText } from './read-loose-file.ts'

/** Characters read from a book, and from each text. */
const BOOK_SAMPLE = 8_000
const TEXT_SAMPLE = 1_000

/**
 * Guesses the language of a book, as a BCP 47 tag, by script and grammatical words. `und` when
 * unknown, `fr` when there is too little text.
 */
export function guessLanguage(texts: readonly ParsedLooseText[]): string {
  let sample = ''
  for (const text of texts) {
    sample += proseOf(text)
    if (sample.length > BOOK_SAMPLE) break
  }
  return languageOfScript(sample) || languageOf(sample) || 'fr'
}

function proseOf({ tree }: ParsedLooseText) {
  let prose = ''
  for (const node of tree.children) {
    if (prose.length > TEXT_SAMPLE) break
    if (node.type !== 'code' && node.type !== 'html' && node.type !== 'definition')
      prose += `${unfoldedText(node).slice(0, TEXT_SAMPLE)}\n`
  }
  return prose
}

/** The language of a non-Latin script with at least a third of the letters; else empty. */
function languageOfScript(text: string) {
  const least = Math.max(1, count(text, /\p{L}/gu) / 3)
  const [, tag = ''] = SCRIPTS.find(([script]) => count(text, script) >= least) ?? []
  const kana = tag === 'zh' ? count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) : 0
  if (kana > count(text, /\p{Script=Han}/gu) / 10) return 'ja'
  return tag === 'ar' && /[پچژگ]/u.test(text) ? 'fa' : tag
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Cyrillic}/gu, 'und-Cyrl'],
]

function count(text: string, pattern: RegExp) {
  return text.match(pattern)?.length ?? 0
}
