import { env } from 'vscode'
import type { Bilingual } from './forms/form.ts'

/** The language of the editor: French, or else English. */
export function languageOfEditor(): keyof Bilingual {
  return /^fr\b/i.test(env.language) ? 'fr' : 'en'
}

/** A sentence in the language of the editor. */
export function said(sentence: Bilingual): string {
  return sentence[languageOfEditor()]
}
