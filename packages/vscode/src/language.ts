import { env, workspace } from 'vscode'
import type { LocalizedText } from './forms/form.ts'

/** The language of messages: the setting, else that of the editor if French, else English. */
export function languageHere(): keyof LocalizedText {
  const set = workspace.getConfiguration('cahier').get('language')
  if (set === 'fr' || set === 'en') return set
  return /^fr\b/i.test(env.language) ? 'fr' : 'en'
}

/** A text in the language of messages. */
export function localized(sentence: LocalizedText): string {
  return sentence[languageHere()]
}
