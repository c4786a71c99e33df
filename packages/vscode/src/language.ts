import { env, workspace } from 'vscode'
import type { Bilingual } from './forms/form.ts'

/**
 * The language of what is said: the one that was set, else that of the editor when it is French,
 * else English.
 */
export function languageHere(): keyof Bilingual {
  const set = workspace.getConfiguration('cahier').get('language')
  if (set === 'fr' || set === 'en') return set
  return /^fr\b/i.test(env.language) ? 'fr' : 'en'
}

/** A sentence in that language. */
export function said(sentence: Bilingual): string {
  return sentence[languageHere()]
}
