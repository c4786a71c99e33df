import { languageOfTag } from './language/language-of-tag.ts'
import type { Manifest } from './manifest.ts'
import { setSentence } from './set-sentence.ts'

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
