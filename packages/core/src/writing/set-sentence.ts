import { corrections, frenchHouse, spliced } from '@cahier/prose'
import { languageOfTag } from '../language/language-tag.ts'
import type { LintOptions, Manifest } from '../model/manifest.ts'
import type { Language } from '../model/message.ts'

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

/**
 * What somebody wrote in a file of the programme, as it is quoted on one line: with the spaces and
 * signs of its language.
 */
export function quoted(
  text: string,
  { language, lintOptions }: Pick<Manifest, 'language' | 'lintOptions'>,
): string {
  return setSentence(text.replace(/\s+/g, ' ').trim(), languageOfTag(language), lintOptions)
}
