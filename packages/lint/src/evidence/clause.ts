import { STOP_WORDS } from '@cahier/core'
import { OBJECT } from '@cahier/prose'
import type { FigureWritten } from './figures-found.ts'

/**
 * What is said of a figure: the stretch of its sentence between two citations, semicolons or
 * colons.
 */
export function clauseOf({ sentence, sentenceStart, start }: FigureWritten): string {
  const at = start - sentenceStart
  const from = Math.max(...[OBJECT, ';', ':'].map((sign) => sentence.lastIndexOf(sign, at))) + 1
  return sentence.slice(from).split(/[\uFFFC;:]/, 1)[0] as string
}

/** The words of a text that are not of grammar, in their order. */
export function wordsOfSense(text: string, language: string): readonly string[] {
  const stop = STOP_WORDS[language.startsWith('en') ? 'en' : 'fr']
  return (text.match(/[\p{L}]{3,}/gu) ?? []).filter((word) => !stop.has(word.toLowerCase()))
}

/** Enough of a word to tell it from others whatever its ending. */
export function stemOfWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 5)
}
