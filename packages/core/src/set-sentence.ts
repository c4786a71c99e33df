import { corrections, frenchHouse, spliced } from '@cahier/prose'
import type { LintOptions } from './manifest.ts'
import type { Language } from './message.ts'

/**
 * A sentence that someone typed, or that we write for them, with the spaces and signs of its
 * language: what the linter would say of it is done already.
 */
export function setSentence(
  text: string,
  language: Language,
  options?: Pick<LintOptions, 'locale' | 'punctuationSpace'>,
): string {
  const house = frenchHouse(options?.locale, options?.punctuationSpace)
  return spliced(text, corrections(text, { language, house, keepsWords: true }))
}
