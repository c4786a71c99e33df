import { languageOf } from '@cahier/core'
import { unfoldedText } from '@cahier/prose'
import type { LooseText } from './read-loose-text.ts'

/** Signs read of a book at most, and of each of its texts: more would teach nothing. */
const SAMPLE = 8_000
const SAMPLE_OF_TEXT = 1_000

/**
 * The language of a book whose texts name none, as a BCP 47 tag: that of its script where one
 * language alone is usually written in it, else that of its words of grammar, `und` for one that is
 * not known, and French where there are too few words to tell.
 */
export function toldLanguage(texts: readonly LooseText[]): string {
  let sample = ''
  for (const text of texts) {
    sample += proseOf(text)
    if (sample.length > SAMPLE) break
  }
  return languageOfScript(sample) || languageOf(sample) || 'fr'
}

// Code and tags are in no language.
function proseOf({ tree }: LooseText): string {
  let prose = ''
  for (const node of tree.children) {
    if (prose.length > SAMPLE_OF_TEXT) break
    if (node.type !== 'code' && node.type !== 'html' && node.type !== 'definition')
      prose += `${unfoldedText(node).slice(0, SAMPLE_OF_TEXT)}\n`
  }
  return prose
}

/**
 * The language of the first script that a third of the letters are in; `''` for those that many
 * languages share.
 */
function languageOfScript(text: string): string {
  const least = Math.max(1, count(text, /\p{L}/gu) / 3)
  const [, tag = ''] = SCRIPTS.find(([script]) => count(text, script) >= least) ?? []
  if (
    tag === 'zh' &&
    count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > count(text, /\p{Script=Han}/gu) / 10
  )
    return 'ja'
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

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
