import type { Fineness } from '../diff/word-pattern.ts'
import { type Word, wordsOf } from '../diff/words-of.ts'
import { remembered } from './remembered.ts'

/** The words of a text, as `wordsOf` cuts them. */
export function wordsIn(
  text: string,
  fineness: Fineness = 'words',
  inCode = false,
): readonly Word[] {
  return (inCode ? IN_CODE : IN_PROSE)[fineness](text)
}

const reading = (fineness: Fineness, inCode: boolean) =>
  remembered((text) => wordsOf(text, fineness, inCode))
const IN_PROSE = { words: reading('words', false), parts: reading('parts', false) }
const IN_CODE = { words: reading('words', true), parts: reading('parts', true) }
