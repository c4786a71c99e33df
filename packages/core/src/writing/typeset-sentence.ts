import { corrections, frenchSpacing, spliced } from '@cahier/prose'
import { languageOfTag } from '../language/language-tag.ts'
import type { Language } from '../model/finding.ts'
import type { LintOptions, Manifest } from '../model/manifest.ts'

/** A sentence with the typography that the linter requires in its language. */
export function typesetSentence(
  text: string,
  language: Language,
  options?: Pick<LintOptions, 'locale' | 'punctuationSpace'>,
): string {
  const house = frenchSpacing(options?.locale, options?.punctuationSpace)
  return spliced(text, corrections(text, { language, house, keepsWords: true }))
}

/** A text of the programme on one line, with the typography of its language. */
export function typesetOnOneLine(
  text: string,
  { language, lintOptions }: Pick<Manifest, 'language' | 'lintOptions'>,
): string {
  return typesetSentence(text.replace(/\s+/g, ' ').trim(), languageOfTag(language), lintOptions)
}
